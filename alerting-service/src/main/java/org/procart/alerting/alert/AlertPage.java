package org.procart.alerting.alert;

import java.util.List;

/**
 * A page of alerts: the worst first, among equals the one that waits longest.
 *
 * @param alerts of this page
 * @param total of all pages, a count
 */
public record AlertPage(List<Alert> alerts, long total) {}
