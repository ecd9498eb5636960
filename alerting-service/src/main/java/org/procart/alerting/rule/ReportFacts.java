package org.procart.alerting.rule;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a rule may know about a report as a whole.
 *
 * @param instrument canonical URL of the questionnaire
 * @param scorer id of the scorer
 * @param completeness COMPLETE, PARTIAL, SALVAGED, CONFLICTING or UNREADABLE
 * @param reporter PATIENT, CARER, STAFF or UNKNOWN
 * @param careStatus status of the patient at receipt
 * @param day day after infusion, in days; null: not infused, or not known
 * @param values value of each scale of the report that has one
 */
public record ReportFacts(
    String instrument,
    String scorer,
    String completeness,
    String reporter,
    String careStatus,
    @Nullable Integer day,
    Map<String, Double> values) {

  public ReportFacts {
    values = Map.copyOf(values);
  }
}
