package org.procart.alerting.unreadable;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.procart.alerting.alert.Evidence;
import org.procart.alerting.alert.Ring;
import org.procart.alerting.alert.RuleReference;
import org.procart.alerting.alert.Subject;
import org.procart.alerting.patient.Patient;
import org.procart.alerting.patient.Patients;
import org.procart.alerting.rule.Finding;
import org.procart.alerting.rule.ReportFacts;
import org.procart.alerting.rule.Rule;
import org.procart.alerting.rule.RuleSet;
import org.procart.alerting.rule.RuleSet.Ringing;
import org.procart.alerting.rule.RulesInForce;
import org.springframework.stereotype.Component;

/** What a dead letter rings: the rules of its patient's site for a report that cannot be read. */
@Component
final class UnreadableRings {

  private static final String UNREADABLE = "UNREADABLE";
  private static final String UNKNOWN = "UNKNOWN";

  private final Patients patients;
  private final RulesInForce rules;

  UnreadableRings(Patients patients, RulesInForce rules) {
    this.patients = patients;
    this.rules = rules;
  }

  List<Ring> of(DeadLetter letter) {
    Optional<Patient> patient = Optional.ofNullable(letter.patientId()).flatMap(patients::find);
    Integer day = patient.flatMap(known -> known.dayAfterInfusion(letter.at())).orElse(null);
    String status = patient.map(Patient::status).orElse("");
    Subject subject =
        new Subject(
            letter.patientId(),
            patient.map(Patient::siteId).orElse(null),
            patient.map(Patient::synthetic).orElse(false));
    RuleSet set = rules.now().forSite(subject.siteId());
    return set.evaluate(facts(day, status), List.of()).stream()
        .map(ringing -> ring(letter, subject, set, ringing, day, status))
        .toList();
  }

  private static ReportFacts facts(@Nullable Integer day, String status) {
    return new ReportFacts("", "", UNREADABLE, UNKNOWN, status, day, Map.of());
  }

  private static Ring ring(
      DeadLetter letter,
      Subject subject,
      RuleSet set,
      Ringing ringing,
      @Nullable Integer day,
      String status) {
    Rule rule = ringing.rule();
    return new Ring(
        letter.id(),
        null,
        subject,
        new RuleReference(rule.id(), rule.title(), set.id(), set.version()),
        ringing.findings().stream().map(finding -> evidence(letter, finding)).toList(),
        day,
        status,
        rule.quiet());
  }

  private static Evidence evidence(DeadLetter letter, Finding finding) {
    return new Evidence(
        letter.id(),
        "",
        null,
        finding.scale(),
        null,
        null,
        null,
        finding.direction(),
        null,
        finding.clauseId(),
        finding.level(),
        finding.wording(),
        UNKNOWN,
        letter.at(),
        letter.at(),
        false,
        finding.listOnly());
  }
}
