package org.procart.alerting.score;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * When a report may page somebody.
 *
 * @param observedWithin a report that was observed longer than this before its receipt is listed
 *     and pages nobody
 */
@Validated
@ConfigurationProperties("procart.alerting.paging")
public record PagingProperties(@NotNull @DefaultValue("72h") Duration observedWithin) {}
