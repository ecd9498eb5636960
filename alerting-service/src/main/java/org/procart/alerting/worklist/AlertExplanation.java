package org.procart.alerting.worklist;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.procart.alerting.alert.Action;
import org.procart.alerting.alert.Alert;
import org.procart.alerting.alert.Closure;
import org.procart.alerting.alert.Episode;
import org.procart.alerting.alert.Subject;
import org.procart.alerting.history.ScoreHistory;
import org.procart.alerting.history.ScoredReport;
import org.procart.alerting.notification.PageLog;
import org.procart.alerting.patient.Patient;
import org.procart.alerting.patient.Patients;
import org.procart.alerting.rule.RulesInForce;
import org.procart.alerting.site.Sites;
import org.springframework.stereotype.Component;

/** Puts together why an alert rang and what came of it. */
@Component
class AlertExplanation {

  private static final Duration LOOKS_BACK = Duration.ofDays(7);

  private final ScoreHistory history;
  private final PageLog pages;
  private final Patients patients;
  private final Sites sites;
  private final RulesInForce rules;
  private final Clock clock;

  AlertExplanation(
      ScoreHistory history,
      PageLog pages,
      Patients patients,
      Sites sites,
      RulesInForce rules,
      Clock clock) {
    this.history = history;
    this.pages = pages;
    this.patients = patients;
    this.sites = sites;
    this.rules = rules;
    this.clock = clock;
  }

  AlertDetail of(Alert alert, boolean clinical) {
    Episode episode = alert.episode();
    return new AlertDetail(
        AlertSummary.of(alert, clinical),
        clinical ? RuleView.of(episode.heard().rule(), rules.now()) : null,
        clinical ? episode.heard().evidence() : List.of(),
        clinical ? lastSevenDays(episode) : List.of(),
        clinical ? therapy(episode) : List.of(),
        clinical ? recordUrl(episode.origin().subject()) : null,
        episode.response().acknowledgements(),
        clinical ? episode.response().actions() : withoutNotes(episode),
        closure(alert),
        PagingView.of(episode, pages),
        timeline(episode));
  }

  private List<ScoredReport> lastSevenDays(Episode episode) {
    String patientId = episode.origin().subject().patientId();
    Instant now = clock.instant();
    return patientId == null
        ? List.of()
        : history.observedBetween(patientId, now.minus(LOOKS_BACK), now);
  }

  private List<Patient.Therapy> therapy(Episode episode) {
    return Optional.ofNullable(episode.origin().subject().patientId())
        .flatMap(patients::find)
        .map(Patient::therapy)
        .orElse(List.of());
  }

  private @Nullable String recordUrl(Subject subject) {
    String patientId = subject.patientId();
    return patientId == null
        ? null
        : Optional.ofNullable(subject.siteId())
            .flatMap(sites::find)
            .flatMap(site -> site.recordOf(patientId))
            .orElse(null);
  }

  private List<TimelineLine> timeline(Episode episode) {
    return Stream.concat(
            episode.story().timeline().stream().map(TimelineLine::of),
            pages.steps(episode.alertId()).stream().map(TimelineLine::of))
        .sorted(Comparator.comparing(TimelineLine::at))
        .toList();
  }

  private static List<Action> withoutNotes(Episode episode) {
    return episode.response().actions().stream()
        .map(action -> new Action(action.code(), "", action.by(), action.at()))
        .toList();
  }

  private static @Nullable Closure closure(Alert alert) {
    return alert instanceof Alert.Closed closed ? closed.closure() : null;
  }
}
