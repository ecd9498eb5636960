package org.procart.alerting.alert;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of an alert's story; nothing is ever overwritten.
 *
 * @param at when
 * @param kind what happened
 * @param sounding in force after it
 * @param by who, where a person did it
 * @param detail a code: the route, the reason of silence, the action, the outcome, what was
 *     corrected
 * @param receipt of the report that caused it
 */
public record TimelineEntry(
    Instant at,
    ChangeKind kind,
    Integer sounding,
    @Nullable String by,
    @Nullable String detail,
    @Nullable String receipt) {}
