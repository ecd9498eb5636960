package org.procart.intake.submission;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.procart.intake.answer.Answer;
import org.procart.intake.answer.AnswerValue;
import org.procart.intake.observation.InfusionDay;
import org.procart.intake.observation.Observation;
import org.procart.intake.patient.Patient;
import org.procart.intake.snapshot.Snapshot;
import org.procart.schemas.AnswerKind;
import org.procart.schemas.Completeness;
import org.procart.schemas.Fault;
import org.procart.schemas.Reporter;
import org.procart.schemas.Route;
import org.procart.schemas.SubmissionReceived;
import org.procart.schemas.TimeQuality;

/** The event that announces a stored report; every fact that a reader needs travels with it. */
final class SubmissionEvents {

  static final String TOPIC = "pro.submission.v1";

  /** A body may hold thousands of faults, an event must stay smaller than the broker's limit. */
  private static final int MOST_FAULTS = 100;

  private SubmissionEvents() {}

  /** The patient, else the receipt: an unknown patient's report must find a partition too. */
  static String key(SubmissionReceived event) {
    return event.getPatientId() == null
        ? Objects.requireNonNull(event.getCorrelationId())
        : event.getPatientId();
  }

  static SubmissionReceived event(Accepted accepted) {
    Candidate candidate = accepted.candidate();
    Origin origin = candidate.origin();
    Observation observation = candidate.observation();
    Instant receivedAt = candidate.delivery().receivedAt();
    SubmissionReceived.Builder event =
        SubmissionReceived.newBuilder()
            .setEventId(candidate.identity().eventId())
            .setOccurredAt(receivedAt)
            .setPatientId(origin.patientId())
            .setSiteId(origin.siteId())
            .setCorrelationId(accepted.receipt())
            .setSynthetic(origin.patient() != null && origin.patient().state().synthetic())
            .setInstrument(candidate.instrument() == null ? "" : candidate.instrument().url())
            .setInstrumentVersion(
                candidate.instrument() == null ? "" : candidate.instrument().version())
            .setReportStatus(
                candidate.header().status() == null ? "" : candidate.header().status().code())
            .setCompleteness(Completeness.valueOf(accepted.completeness().name()))
            .setReporter(Reporter.valueOf(origin.reporter().name()))
            .setReporterId(origin.reporterId())
            .setAuthoredAt(observation.at())
            .setReceivedAt(receivedAt)
            .setTimeQuality(timeQuality(observation))
            .setZone(origin.zone().getId())
            .setSupersedes(accepted.supersedes() == null ? null : accepted.supersedes().eventId())
            .setFreeTextPresent(candidate.answers().freeTextPresent())
            .setRoute(Route.valueOf(candidate.delivery().route().name()))
            .setFaults(faults(candidate.faults()))
            .setAnswers(
                candidate.answers().answers().stream().map(SubmissionEvents::answer).toList());
    care(event, origin.patient(), observation.at());
    return event.build();
  }

  private static void care(
      SubmissionReceived.Builder event, @Nullable Snapshot<Patient> snapshot, Instant observedAt) {
    if (snapshot == null) {
      return;
    }
    Patient patient = snapshot.state();
    event.setCareStatus(patient.status().name()).setPatientRevision(snapshot.revision());
    Optional<InfusionDay> day = InfusionDay.of(observedAt, patient.zone(), patient.infusionDates());
    day.ifPresent(
        counted ->
            event.setInfusionDate(counted.infusionDate()).setDayAfterInfusion(counted.day()));
  }

  private static TimeQuality timeQuality(Observation observation) {
    return TimeQuality.newBuilder()
        .setAuthoredAsSent(observation.authoredAsSent())
        .setAssumptions(observation.assumptions().stream().map(Enum::name).toList())
        .setClockOffsetMillis(observation.clockOffsetMillis())
        .build();
  }

  private static List<Fault> faults(List<org.procart.intake.answer.Fault> faults) {
    List<Fault> told = new ArrayList<>();
    faults.stream()
        .limit(MOST_FAULTS)
        .map(fault -> new Fault(fault.code(), fault.location(), fault.message()))
        .forEach(told::add);
    if (faults.size() > MOST_FAULTS) {
      told.add(
          new Fault(
              "more-faults",
              "QuestionnaireResponse",
              "%d more faults are left out here.".formatted(faults.size() - MOST_FAULTS)));
    }
    return told;
  }

  private static org.procart.schemas.Answer answer(Answer answer) {
    org.procart.schemas.Answer.Builder event =
        org.procart.schemas.Answer.newBuilder()
            .setLinkId(answer.linkId())
            .setFlags(answer.flags().stream().map(Enum::name).sorted().toList());
    switch (answer.value()) {
      case AnswerValue.Coded coded ->
          event
              .setKind(AnswerKind.CODED)
              .setCode(coded.code())
              .setCodeSystem(coded.system())
              .setOrdinal(coded.ordinal());
      case AnswerValue.YesNo yesNo ->
          event.setKind(AnswerKind.BOOLEAN).setBooleanValue(yesNo.yes());
      case AnswerValue.Whole whole ->
          event.setKind(AnswerKind.INTEGER).setIntegerValue(whole.number());
      case AnswerValue.Decimal decimal ->
          event.setKind(AnswerKind.DECIMAL).setDecimalValue(decimal.number().toPlainString());
      case AnswerValue.Quantity quantity ->
          event
              .setKind(AnswerKind.QUANTITY)
              .setDecimalValue(quantity.number().toPlainString())
              .setUnit(quantity.unit());
      case AnswerValue.Temporal temporal ->
          event
              .setKind(AnswerKind.valueOf(temporal.precision().name()))
              .setTemporalValue(temporal.text());
      case AnswerValue.FreeText _ -> event.setKind(AnswerKind.FREE_TEXT);
      case AnswerValue.NotAnswered notAnswered ->
          event.setKind(AnswerKind.NOT_ANSWERED).setNotAnsweredReason(notAnswered.reason());
    }
    return event.build();
  }
}
