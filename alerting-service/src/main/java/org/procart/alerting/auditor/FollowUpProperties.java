package org.procart.alerting.auditor;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * When a red that somebody took is paged again.
 *
 * @param actionWithin an action must be recorded so soon after it was taken
 */
@Validated
@ConfigurationProperties("procart.alerting.follow-up")
record FollowUpProperties(@NotNull @DefaultValue("30m") Duration actionWithin) {}
