package org.procart.intake.submission;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.procart.chassis.problem.StoreUnavailableException;
import org.procart.intake.answer.AnswerReader;
import org.procart.intake.answer.Fault;
import org.procart.intake.answer.Faults;
import org.procart.intake.answer.ReadAnswers;
import org.procart.intake.observation.Observation;
import org.procart.intake.observation.ObservationTime;
import org.procart.intake.questionnaire.Instrument;
import org.procart.intake.questionnaire.Instruments;
import org.procart.intake.questionnaire.Instruments.Lookup;
import org.procart.intake.report.Completeness;
import org.procart.intake.report.ReportHeader;
import org.procart.intake.report.ReportIdentity;
import org.procart.intake.report.ReportIdentity.Owner;
import org.procart.intake.report.ReportStatus;
import org.procart.intake.submission.Candidate.Verdict;
import org.procart.intake.submission.Origin.Standing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Reads a delivery as far as it goes and judges it. Stores nothing. */
class Assessment {

  private static final Logger LOG = LoggerFactory.getLogger(Assessment.class);

  private final Instruments instruments;
  private final Origins origins;

  Assessment(Instruments instruments, Origins origins) {
    this.instruments = instruments;
    this.origins = origins;
  }

  /** Whatever we fail at is ours to bear: the body is then kept and rung as one we cannot read. */
  Candidate of(Delivery delivery) {
    try {
      return read(delivery);
    } catch (RuntimeException e) {
      if (StoreUnavailableException.causedBy(e)) {
        throw e;
      }
      LOG.atError()
          .addKeyValue("exception", e.getClass().getName())
          .addKeyValue("at", e.getStackTrace().length == 0 ? "" : e.getStackTrace()[0].toString())
          .log("A report could not be processed; it is kept and rings as unreadable");
      return unread(delivery);
    }
  }

  private Candidate unread(Delivery delivery) {
    Faults faults = new Faults();
    faults.add(
        "could-not-be-processed",
        "QuestionnaireResponse",
        "The report is kept and the treatment team is told that it could not be read.");
    Origin origin = origins.of(delivery.caller(), ReportHeader.NONE, delivery.receivedAt());
    return new Candidate(
        delivery,
        origin,
        ReportHeader.NONE,
        null,
        new ReadAnswers(List.of(), faults.list()),
        ObservationTime.of(null, delivery.clientTime(), delivery.receivedAt(), origin.zone()),
        identity(delivery, ReportHeader.NONE, MissingNode.getInstance(), origin),
        Verdict.FAILED,
        Completeness.UNREADABLE);
  }

  private Candidate read(Delivery delivery) {
    Faults faults = new Faults();
    JsonNode root = ReportBody.parse(delivery.body(), delivery.mediaTypeGood(), faults);
    ReportHeader header = root.isObject() ? ReportHeader.read(root, faults) : ReportHeader.NONE;
    Origin origin = origins.of(delivery.caller(), header, delivery.receivedAt());
    if (root.isObject() || origin.standing() == Standing.NOT_YOURS) {
      addStandingFault(origin, faults);
    }
    Instrument instrument =
        origin.standing() == Standing.ALLOWED ? instrument(header, faults) : null;
    ReadAnswers answers = answers(instrument, header, root, faults);
    Observation observation =
        ObservationTime.of(
            header.authored(), delivery.clientTime(), delivery.receivedAt(), origin.zone());
    Verdict verdict = verdict(delivery, root, origin, answers);
    return new Candidate(
        delivery,
        origin,
        header,
        instrument,
        answers,
        observation,
        identity(delivery, header, root, origin),
        verdict,
        completeness(verdict, header, answers));
  }

  private static void addStandingFault(Origin origin, Faults faults) {
    switch (origin.standing()) {
      case ALLOWED -> {}
      case NO_PATIENT ->
          faults.add(
              "subject-missing",
              "QuestionnaireResponse.subject",
              "Name the patient: a reference Patient/{patientId}.");
      case UNKNOWN_PATIENT ->
          faults.add(
              "unknown-patient",
              "QuestionnaireResponse.subject",
              "Enrol the patient first, or correct the patientId.");
      case NOT_YOURS ->
          faults.add(
              "not-your-patient",
              "QuestionnaireResponse.subject",
              "Your token does not allow reports for this patient.");
    }
  }

  private @Nullable Instrument instrument(ReportHeader header, Faults faults) {
    if (header.questionnaire() == null) {
      return null;
    }
    return switch (instruments.find(header.questionnaire())) {
      case Lookup.Found(Instrument found) -> found;
      case Lookup.UnknownUrl _ -> {
        faults.add(
            "unknown-questionnaire",
            "QuestionnaireResponse.questionnaire",
            "Use the url of a questionnaire that GET /fhir/Questionnaire lists.");
        yield null;
      }
      case Lookup.UnknownVersion(Instrument newest) -> {
        faults.add(
            "unknown-questionnaire-version",
            "QuestionnaireResponse.questionnaire",
            "Use a version that GET /fhir/Questionnaire lists, or none for the newest.");
        yield newest; // what can be read by the newest version is scored
      }
    };
  }

  private static ReadAnswers answers(
      @Nullable Instrument instrument, ReportHeader header, JsonNode root, Faults faults) {
    if (instrument == null || !header.understood()) {
      return new ReadAnswers(List.of(), faults.list());
    }
    boolean complete = header.status() == null || header.status().finished();
    ReadAnswers read = AnswerReader.read(instrument, root, complete);
    List<Fault> all = new ArrayList<>(faults.list());
    all.addAll(read.faults());
    return new ReadAnswers(read.answers(), all);
  }

  private static Verdict verdict(
      Delivery delivery, JsonNode root, Origin origin, ReadAnswers answers) {
    if (!delivery.mediaTypeGood()) {
      return Verdict.WRONG_MEDIA_TYPE;
    }
    if (origin.standing() == Standing.NOT_YOURS) {
      return Verdict.NOT_YOURS;
    }
    if (!root.isObject()) {
      return Verdict.UNPARSABLE;
    }
    if (origin.standing() == Standing.UNKNOWN_PATIENT) {
      return Verdict.UNKNOWN_PATIENT;
    }
    return answers.faults().isEmpty() ? Verdict.GOOD : Verdict.FAULTY;
  }

  private static Completeness completeness(
      Verdict verdict, ReportHeader header, ReadAnswers answers) {
    if (verdict == Verdict.GOOD) {
      boolean finished =
          header.status() != ReportStatus.IN_PROGRESS && header.status() != ReportStatus.STOPPED;
      // A form sent blank is good and scored, with a reason at each scale; done it is not.
      return finished && !answers.answers().isEmpty()
          ? Completeness.COMPLETE
          : Completeness.PARTIAL;
    }
    boolean something = verdict == Verdict.FAULTY && !answers.answers().isEmpty();
    return something ? Completeness.SALVAGED : Completeness.UNREADABLE;
  }

  private static ReportIdentity identity(
      Delivery delivery, ReportHeader header, JsonNode root, Origin origin) {
    Owner owner = owner(delivery, origin);
    return root.isObject()
        ? ReportIdentity.of(
            owner,
            header,
            root,
            delivery.body(),
            origin.reporter() + "|" + origin.reporterId(),
            LocalDate.ofInstant(delivery.receivedAt(), ZoneOffset.UTC),
            delivery.idempotencyKey())
        : ReportIdentity.of(owner, delivery.body(), delivery.idempotencyKey());
  }

  private static Owner owner(Delivery delivery, Origin origin) {
    String claimed = String.valueOf(origin.claimed());
    return switch (origin.standing()) {
      case ALLOWED -> new Owner(Owner.Kind.PATIENT, claimed);
      case UNKNOWN_PATIENT -> new Owner(Owner.Kind.UNKNOWN_PATIENT, claimed);
      case NO_PATIENT, NOT_YOURS ->
          new Owner(Owner.Kind.STRANGER, delivery.caller().subject() + "|" + claimed);
    };
  }
}
