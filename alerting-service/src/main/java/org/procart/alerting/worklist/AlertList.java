package org.procart.alerting.worklist;

import java.util.List;

/**
 * A page of alerts, the worst first, among equals the one that waits longest.
 *
 * @param page a count from 0
 * @param size alerts a page
 * @param total of all pages
 */
record AlertList(List<AlertSummary> items, int page, int size, long total) {}
