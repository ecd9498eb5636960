package org.procart.alerting.notification;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened while an alert was paged. Recipients by id, never by number or address.
 *
 * @param eventId of the event
 * @param at when
 * @param kind SENT, DELIVERED, FAILED, …; UNKNOWN is treated as not delivered
 * @param sounding which sounding
 * @param round of the policy, a count from 1
 * @param step of the policy, a count from 1
 * @param channel sms or email
 * @param recipientId staff or desk id
 * @param reason why
 * @param attemptId one person by one channel; null: about none
 * @param supplier that took it; null: none yet
 * @param possiblyRepeated true when the supplier may have got it already
 */
public record PageStep(
    String eventId,
    Instant at,
    String kind,
    Integer sounding,
    Integer round,
    Integer step,
    @Nullable String channel,
    @Nullable String recipientId,
    @Nullable String reason,
    @Nullable String attemptId,
    @Nullable String supplier,
    Boolean possiblyRepeated) {}
