package org.procart.alerting.stream;

import org.procart.schemas.AlertChanged;

/**
 * A change as it lies on the topic.
 *
 * @param after how far one has read with it
 */
record StreamedAlert(int partition, long offset, Position after, AlertChanged change) {}
