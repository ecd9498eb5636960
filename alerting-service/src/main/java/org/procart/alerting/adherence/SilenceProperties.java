package org.procart.alerting.adherence;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How silence is watched. All are proposals, to be signed off by the clinical lead.
 *
 * @param wakingFrom local time from which patients and carers may be reminded
 * @param wakingUntil local time from which they may not
 * @param allowance time that everybody has after the platform could not be reached, or the patient
 *     came under watch, before the next one hears; less where the time to answer is shorter
 * @param lookBack a report that was expected longer ago is nobody's business any more
 */
@Validated
@ConfigurationProperties("procart.alerting.silence")
public record SilenceProperties(
    @NotNull @DefaultValue("08:00") LocalTime wakingFrom,
    @NotNull @DefaultValue("21:00") LocalTime wakingUntil,
    @NotNull @DefaultValue("1h") Duration allowance,
    @NotNull @DefaultValue("7d") Duration lookBack) {}
