package org.procart.alerting.adherence;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.procart.alerting.alert.Evidence;
import org.procart.alerting.alert.Ring;
import org.procart.alerting.alert.RuleReference;
import org.procart.alerting.alert.Subject;
import org.procart.alerting.patient.Patient;
import org.procart.alerting.rule.Clause;
import org.procart.alerting.rule.Direction;
import org.procart.alerting.rule.Finding;
import org.procart.alerting.rule.Level;
import org.procart.alerting.rule.Quiet;
import org.procart.alerting.rule.Rule;
import org.procart.alerting.rule.RuleSet;
import org.procart.alerting.rule.RuleSet.Unheard;
import org.procart.schemas.event.EventId;

/** What rings because something did not come. More of it is worse, so that it sounds again. */
record SilenceRings(Patient patient, Instant now) {

  private static final String NOBODY = "UNKNOWN";

  /** Stands where a scale would: the name of the form that did not come. */
  static String scale(String form) {
    return "missing-" + form.substring(form.lastIndexOf('/') + 1);
  }

  Ring of(Act.Alarm alarm) {
    Awaited awaited = alarm.awaited();
    Unheard unheard = awaited.unheard();
    Clause clause = unheard.clause();
    return ring(
        EventId.of("missing-report", awaited.report().id()),
        reference(unheard.set(), unheard.rule()),
        evidence(
            awaited.report().id(),
            scale(awaited.report().form()),
            alarm.inARow(),
            clause.id(),
            clause.level(),
            clause.wording(),
            awaited.expectedBy(),
            clause.listOnly()),
        awaited.report().due().day(),
        unheard.rule().quiet());
  }

  Ring of(HospitalStay.Question question, RuleSet rules, RuleSet.Ringing ringing) {
    Finding finding = ringing.findings().getFirst();
    String causeId = EventId.of("hospital-stay", patient.patientId(), question.id());
    return ring(
        causeId,
        reference(rules, ringing.rule()),
        evidence(
            causeId,
            "days-in-hospital",
            question.days(),
            finding.clauseId(),
            finding.level(),
            finding.wording(),
            now,
            finding.listOnly()),
        patient.dayAfterInfusion(now).orElse(null),
        ringing.rule().quiet());
  }

  private Ring ring(
      String causeId, RuleReference rule, Evidence evidence, @Nullable Integer day, Quiet quiet) {
    return new Ring(
        causeId,
        null,
        new Subject(patient.patientId(), patient.siteId(), patient.synthetic()),
        rule,
        List.of(evidence),
        day,
        patient.status(),
        quiet);
  }

  private Evidence evidence(
      String id,
      String scale,
      int count,
      String clauseId,
      Level level,
      String wording,
      Instant since,
      boolean listOnly) {
    return new Evidence(
        id,
        id,
        null,
        scale,
        (double) count,
        null,
        null,
        Direction.HIGHER_WORSE,
        null,
        clauseId,
        level,
        wording,
        NOBODY,
        since,
        now,
        false,
        listOnly);
  }

  private static RuleReference reference(RuleSet set, Rule rule) {
    return new RuleReference(rule.id(), rule.title(), set.id(), set.version());
  }
}
