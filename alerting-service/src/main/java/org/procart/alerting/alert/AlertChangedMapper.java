package org.procart.alerting.alert;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.procart.chassis.outbox.OutboxEntry;
import org.procart.schemas.AlertAcknowledgement;
import org.procart.schemas.AlertAction;
import org.procart.schemas.AlertChangeKind;
import org.procart.schemas.AlertChanged;
import org.procart.schemas.AlertLevel;
import org.procart.schemas.Reporter;
import org.procart.schemas.event.EventId;

/** Tells a change to everybody else; notes stay here. */
final class AlertChangedMapper {

  static final String TOPIC = "pro.alert.v1";

  private AlertChangedMapper() {}

  static OutboxEntry entry(Change change, Instant now) {
    Episode episode = change.after().episode();
    String patientId = episode.origin().subject().patientId();
    String key = Objects.requireNonNullElse(patientId, episode.alertId());
    return OutboxEntry.of(TOPIC, key, event(change), now);
  }

  static AlertChanged event(Change change) {
    Episode episode = change.after().episode();
    AlertChanged.Builder event = AlertChanged.newBuilder();
    putEnvelope(event, change, episode);
    putState(event, change, episode);
    putRule(event, episode);
    putPeople(event, change.after());
    return event.build();
  }

  private static void putEnvelope(AlertChanged.Builder event, Change change, Episode episode) {
    Subject subject = episode.origin().subject();
    event
        .setEventId(EventId.of("alert-change", episode.alertId(), episode.revision()))
        .setOccurredAt(change.entry().at())
        .setPatientId(subject.patientId())
        .setSiteId(subject.siteId())
        .setCorrelationId(receipt(change, episode))
        .setSynthetic(subject.synthetic())
        .setRevision(episode.revision())
        .setAlertId(episode.alertId());
  }

  private static void putState(AlertChanged.Builder event, Change change, Episode episode) {
    Sounding sounding = episode.sounding();
    event
        .setKind(AlertChangeKind.valueOf(change.kind().name()))
        .setState(org.procart.schemas.AlertState.valueOf(AlertState.of(change.after()).name()))
        .setLevel(AlertLevel.valueOf(episode.level().name()))
        .setSounding(sounding.number())
        .setSoundingAt(sounding.at())
        .setSoundingReason(sounding.reason().name())
        .setOpenedAt(episode.origin().openedAt())
        .setPageable(episode.pageable())
        .setNotPagedReason(episode.notPaged().map(Hush::name).orElse(null))
        .setRepeats(episode.heard().repeats());
  }

  private static void putRule(AlertChanged.Builder event, Episode episode) {
    Heard heard = episode.heard();
    event
        .setRuleId(heard.rule().ruleId())
        .setRuleSetId(heard.rule().ruleSetId())
        .setRuleSetVersion(heard.rule().ruleSetVersion())
        .setWording(heard.rule().title() + ": " + heard.wording())
        .setDayAfterInfusion(heard.day())
        .setCareStatus(heard.careStatus())
        .setEvidence(heard.evidence().stream().map(AlertChangedMapper::evidence).toList());
  }

  private static void putPeople(AlertChanged.Builder event, Alert alert) {
    Response response = alert.episode().response();
    event
        .setAcknowledgements(
            response.acknowledgements().stream().map(AlertChangedMapper::taken).toList())
        .setActions(response.actions().stream().map(AlertChangedMapper::action).toList());
    if (alert instanceof Alert.Closed(Episode _, Closure closure)) {
      event.setOutcome(closure.outcome()).setClosedBy(closure.by()).setClosedAt(closure.at());
    }
  }

  private static org.procart.schemas.Evidence evidence(Evidence evidence) {
    return org.procart.schemas.Evidence.newBuilder()
        .setScoreId(evidence.scoreId())
        .setSubmissionId(evidence.submissionId())
        .setReceipt(evidence.receipt())
        .setScale(evidence.scale())
        .setValue(evidence.value())
        .setGrade(evidence.grade())
        .setPreviousValue(evidence.previous())
        .setReporter(Reporter.valueOf(evidence.reporter()))
        .setObservedAt(evidence.observedAt())
        .setReceivedAt(evidence.receivedAt())
        .build();
  }

  private static AlertAcknowledgement taken(Acknowledgement taken) {
    return AlertAcknowledgement.newBuilder()
        .setBy(taken.by())
        .setRoute(taken.route())
        .setAt(taken.at())
        .setSounding(taken.sounding())
        .build();
  }

  private static AlertAction action(Action action) {
    return AlertAction.newBuilder()
        .setCode(action.code())
        .setBy(action.by())
        .setAt(action.at())
        .build();
  }

  private static @Nullable String receipt(Change change, Episode episode) {
    String receipt = change.entry().receipt();
    List<Evidence> evidence = episode.heard().evidence();
    return receipt == null ? evidence.getLast().receipt() : receipt;
  }
}
