package org.procart.alerting.history;

import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;

/**
 * Reports of one patient and week.
 *
 * @param id names patient, week and part
 * @param reports oldest arrival first
 */
public record HistoryDocument(@BsonId String id, List<ScoredReport> reports) {}
