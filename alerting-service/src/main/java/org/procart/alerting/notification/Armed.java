package org.procart.alerting.notification;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The timer of an escalation, as far as notification told.
 *
 * @param sounding that is being paged
 * @param revision of the escalation
 * @param nextStepAt when the next step runs; null: nothing waits
 * @param seenAt when alerting last heard of it, by its own clock
 * @param waitsFor ACKNOWLEDGEMENT, QUIET_HOURS or SUPPLIERS; null: not told
 */
public record Armed(
    Integer sounding,
    Long revision,
    @Nullable Instant nextStepAt,
    Instant seenAt,
    @Nullable String waitsFor) {}
