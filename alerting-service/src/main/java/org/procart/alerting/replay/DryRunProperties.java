package org.procart.alerting.replay;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Trying a version.
 *
 * @param answerWithin how long the answer waits for the report before it says where it will be
 * @param silentAfter no word of a run for so long: its instance died
 * @param kept how long a run is kept
 */
@Validated
@ConfigurationProperties("procart.alerting.dry-run")
public record DryRunProperties(
    @NotNull @DefaultValue("20s") Duration answerWithin,
    @NotNull @DefaultValue("2m") Duration silentAfter,
    @NotNull @DefaultValue("30d") Duration kept) {}
