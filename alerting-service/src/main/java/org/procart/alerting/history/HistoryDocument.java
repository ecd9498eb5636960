package org.procart.alerting.history;

import java.util.List;

/**
 * Reports of one patient and week.
 *
 * @param reports oldest arrival first
 */
public record HistoryDocument(List<ScoredReport> reports) {}
