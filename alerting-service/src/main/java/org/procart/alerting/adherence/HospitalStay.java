package org.procart.alerting.adherence;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.procart.alerting.patient.Patient;
import org.procart.alerting.rule.ReportFacts;
import org.procart.alerting.rule.RuleSet;

/**
 * Whether to ask today if a patient is still in hospital: meanwhile nobody notices that reports are
 * missing, and whoever went home may have been forgotten. Pure.
 */
record HospitalStay(Patient patient, RuleSet rules) {

  private static final String STATUS = "IN_HOSPITAL";
  private static final Duration A_DAY = Duration.ofDays(1);

  /**
   * A question to the staff.
   *
   * @param id the same on the same day of the same stay
   * @param days whole days since the patient is said to be there
   * @param ringing the rules that ask
   */
  record Question(String id, int days, List<RuleSet.Ringing> ringing) {}

  boolean goesOn() {
    return STATUS.equals(patient.status()) && patient.cared().consent() && !patient.synthetic();
  }

  Optional<Question> at(Instant now) {
    Duration stay = Duration.between(since(), now);
    if (!goesOn() || stay.compareTo(A_DAY) < 0) {
      return Optional.empty();
    }
    List<RuleSet.Ringing> ringing =
        rules.stay(
            new ReportFacts(
                "", "", "", "", STATUS, patient.dayAfterInfusion(now).orElse(null), Map.of()),
            stay.toMinutes() / 60.0);
    int days = (int) stay.toDays();
    String id = "stay/" + since().toEpochMilli() + "/" + days;
    return ringing.isEmpty() ? Optional.empty() : Optional.of(new Question(id, days, ringing));
  }

  Instant nextAfter(Instant now) {
    long days = Math.max(0, Duration.between(since(), now).toDays());
    return since().plus(A_DAY.multipliedBy(days + 1));
  }

  private Instant since() {
    return patient.cared().statusSince();
  }
}
