package org.procart.intake.submission;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Limits of taking reports.
 *
 * @param atOnce reports that one instance works on at the same time
 * @param queueFor how long a report waits for its turn
 * @param answerWithin after this the sender is told to try again
 * @param reportsPerMinute distinct reports of one patient or carer; front ends have no such limit
 * @param largestReport size of one report
 * @param largestBatch size of a batch
 * @param mostEntries reports in a batch
 */
@Validated
@ConfigurationProperties("procart.intake")
record IntakeSettings(
    @Min(1) @DefaultValue("48") int atOnce,
    @NotNull @DefaultValue("1s") Duration queueFor,
    @NotNull @DefaultValue("1800ms") Duration answerWithin,
    @Min(1) @DefaultValue("60") int reportsPerMinute,
    @NotNull @DefaultValue("256KB") DataSize largestReport,
    @NotNull @DefaultValue("4MB") DataSize largestBatch,
    @Min(1) @DefaultValue("200") int mostEntries) {}
