package org.procart.intake.status;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param unscoredAfter a report without score is published again after this
 */
@Validated
@ConfigurationProperties("procart.intake.status")
record StatusSettings(@NotNull @DefaultValue("15m") Duration unscoredAfter) {}
