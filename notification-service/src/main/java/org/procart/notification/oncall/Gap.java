package org.procart.notification.oncall;

import java.time.Instant;

/**
 * A stretch in which a layer has nobody.
 *
 * @param layer counted from 1
 */
public record Gap(String role, int layer, Instant from, Instant to) {}
