package org.procart.alerting.adherence;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.procart.alerting.coverage.Covered;
import org.procart.alerting.history.ScoredReport;
import org.procart.alerting.patient.Patient;
import org.procart.alerting.rule.ReportFacts;
import org.procart.alerting.rule.RuleSet;

/**
 * Looks at one moment whether planned reports of a patient are missing, and who is to hear of it
 * now: the patient, then the carers, then the nurse. Pure; the same input gives the same answer.
 */
final class Vigil {

  private static final Set<String> WATCHED = Set.of("PLANNED", "ACTIVE");
  private static final Duration A_DAY = Duration.ofDays(1);
  private static final Duration LOOKS_OUT = Duration.ofMinutes(5);

  /** Until then intake has said that it lived, and what came in the last second is judged. */
  static final Duration SETTLES = Duration.ofMinutes(1);

  private final Patient patient;
  private final RuleSet rules;
  private final Steps steps;
  private final Heard heard;
  private final SilenceProperties limits;
  private final Instant now;
  private final Covered covered;
  private final List<Act> acts = new ArrayList<>();
  private @Nullable Instant nextAt;
  private boolean blocked;

  private Vigil(
      Patient patient,
      RuleSet rules,
      Steps steps,
      Heard heard,
      SilenceProperties limits,
      Instant now,
      Covered covered) {
    this.patient = patient;
    this.rules = rules;
    this.steps = steps;
    this.heard = heard;
    this.limits = limits;
    this.now = now;
    this.covered = covered;
  }

  /**
   * @param rules of the patient's site, that speak of silence
   * @param reports of the patient in the time that is looked back
   */
  static Look of(
      Patient patient,
      Plan plan,
      RuleSet rules,
      Steps steps,
      List<ScoredReport> reports,
      SilenceProperties limits,
      Instant now,
      Covered covered) {
    boolean watched =
        WATCHED.contains(patient.status()) && patient.cared().consent() && !patient.synthetic();
    if (!watched) {
      return Look.NOTHING;
    }
    Vigil vigil = new Vigil(patient, rules, steps, new Heard(reports), limits, now, covered);
    plan.forms().forEach(vigil::look);
    return new Look(List.copyOf(vigil.acts), vigil.nextAt, vigil.blocked);
  }

  private void look(Plan.Form form) {
    List<Awaited> past = new ArrayList<>();
    for (Plan.Due due : form.due()) {
      Optional<Awaited> awaited = awaited(form, due);
      Instant expectedBy = awaited.map(Awaited::expectedBy).orElse(Instant.MIN);
      if (expectedBy.plus(SETTLES).isAfter(now)) {
        lookAgain(expectedBy.plus(SETTLES));
        break; // the later ones come later
      }
      awaited.filter(this::isOurs).ifPresent(past::add);
    }
    past.forEach(awaited -> follow(awaited, past));
  }

  private Optional<Awaited> awaited(Plan.Form form, Plan.Due due) {
    if (due.closesAt().isBefore(now.minus(limits.lookBack()))) {
      return Optional.empty();
    }
    PlannedReport report = PlannedReport.of(patient.patientId(), form.questionnaire(), due);
    ReportFacts facts =
        new ReportFacts(form.questionnaire(), "", "", "", patient.status(), due.day(), Map.of());
    return rules.unheard(facts).map(unheard -> new Awaited(report, unheard, patient.zone()));
  }

  /** Expected while the patient was under watch, and not long ago. */
  private boolean isOurs(Awaited awaited) {
    Instant expectedBy = awaited.expectedBy();
    return !expectedBy.isBefore(patient.cared().unchangedSince())
        && !expectedBy.isBefore(now.minus(limits.lookBack()));
  }

  private void follow(Awaited awaited, List<Awaited> past) {
    Optional<ScoredReport> report = heard.answerTo(awaited.report());
    boolean nurseHeard = steps.have(awaited.report(), Stage.NURSE);
    if (report.isPresent()) {
      if (nurseHeard && !steps.have(awaited.report(), Stage.CAME)) {
        acts.add(new Act.Note(awaited, report.get()));
      }
    } else if (nurseHeard) {
      lookOutFor(awaited);
    } else {
      remind(awaited, Stage.PATIENT);
      remind(awaited, Stage.CARER);
      alarm(awaited, past);
    }
  }

  /** Whoever was alarmed should see that the report came after all. */
  private void lookOutFor(Awaited awaited) {
    Instant dayAfter = at(awaited, Stage.NURSE).plus(A_DAY);
    if (now.isBefore(later(dayAfter, awaited.report().due().closesAt()))) {
      lookAgain(now.plus(LOOKS_OUT));
    }
  }

  /** A reminder that would come with the nurse's alert, or after the form closed, is of no use. */
  private void remind(Awaited awaited, Stage stage) {
    if (steps.have(awaited.report(), stage) || steps.skipped(awaited.report(), stage)) {
      return;
    }
    Waking waking = new Waking(limits.wakingFrom(), limits.wakingUntil(), patient.zone());
    Instant at = waking.next(at(awaited, stage));
    Instant nurseAt = at(awaited, Stage.NURSE);
    Instant useless = earlier(nurseAt, awaited.report().due().closesAt());
    if (!at.isBefore(useless) || !now.isBefore(useless)) {
      return;
    }
    if (isDue(at)) {
      List<String> persons = persons(stage);
      acts.add(
          persons.isEmpty()
              ? new Act.Skip(awaited, stage)
              : new Act.Remind(awaited, stage, persons, useless));
    }
  }

  private void alarm(Awaited awaited, List<Awaited> past) {
    if (isDue(at(awaited, Stage.NURSE))) {
      acts.add(new Act.Alarm(awaited, inARow(awaited, past)));
    }
  }

  private boolean isDue(Instant at) {
    if (at.plus(SETTLES).isAfter(now)) {
      lookAgain(at.plus(SETTLES));
      return false;
    }
    blocked |= !covered.reaches(at);
    return covered.reaches(at);
  }

  private int inARow(Awaited awaited, List<Awaited> past) {
    return (int)
        past.stream()
            .filter(other -> !other.expectedBy().isAfter(awaited.expectedBy()))
            .filter(other -> heard.answerTo(other.report()).isEmpty())
            .count();
  }

  private Instant at(Awaited awaited, Stage stage) {
    Instant since = later(covered.since(), patient.cared().unchangedSince());
    return awaited.at(stage, steps, since, limits.allowance());
  }

  private List<String> persons(Stage stage) {
    LocalDate today = LocalDate.ofInstant(now, patient.zone());
    return stage == Stage.PATIENT ? List.of(patient.patientId()) : patient.carersOn(today);
  }

  private void lookAgain(Instant at) {
    nextAt = nextAt == null ? at : earlier(nextAt, at);
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  /** Which reports break the silence. */
  private record Heard(List<ScoredReport> reports) {

    private static final Set<String> NOT_AN_ANSWER = Set.of("PARTIAL", "UNREADABLE");

    /** A report of the form by anybody, observed since it could be answered. */
    Optional<ScoredReport> answerTo(PlannedReport planned) {
      return reports.stream()
          .filter(report -> report.instrument().equals(planned.form()))
          .filter(report -> !report.observedAt().isBefore(planned.due().opensAt()))
          .filter(report -> !NOT_AN_ANSWER.contains(report.completeness()))
          .filter(report -> !report.enteredInError() && !isReplaced(report))
          .min(Comparator.comparing(ScoredReport::observedAt));
    }

    private boolean isReplaced(ScoredReport report) {
      return reports.stream().anyMatch(other -> report.submissionId().equals(other.supersedes()));
    }
  }
}
