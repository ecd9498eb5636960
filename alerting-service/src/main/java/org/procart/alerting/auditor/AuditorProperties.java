package org.procart.alerting.auditor;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * When an unacknowledged red counts as not being paged.
 *
 * @param silentAfter no word of a waiting timer for so long; notification repeats it every minute
 * @param overdueAfter a timer that should have run so long ago does not run; less is its next step
 *     being taken
 * @param againAfter how long a new sounding may stay without any word before the next one
 */
@Validated
@ConfigurationProperties("procart.alerting.auditor")
public record AuditorProperties(
    @NotNull @DefaultValue("100s") Duration silentAfter,
    @NotNull @DefaultValue("30s") Duration overdueAfter,
    @NotNull @DefaultValue("5m") Duration againAfter) {}
