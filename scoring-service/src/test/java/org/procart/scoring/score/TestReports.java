package org.procart.scoring.score;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.procart.schemas.Answer;
import org.procart.schemas.AnswerKind;
import org.procart.schemas.Completeness;
import org.procart.schemas.Reporter;
import org.procart.schemas.Route;
import org.procart.schemas.SubmissionReceived;
import org.procart.schemas.TimeQuality;

/** Reports as intake publishes them. */
public final class TestReports {

  static final String FORM =
      "https://www.medizininformatik-initiative.de/fhir/ext/modul-pro/Questionnaire/"
          + "mii-qst-pro-pro-ctcae-onkologisches-basisscreening";

  private TestReports() {}

  public static SubmissionReceived.Builder of(String eventId, Answer... answers) {
    return SubmissionReceived.newBuilder()
        .setEventId(eventId)
        .setOccurredAt(Instant.parse("2026-06-07T02:10:01.500Z"))
        .setPatientId("patient-7")
        .setSiteId("site-b")
        .setCorrelationId("ABCD-EFGH-JK")
        .setInstrument(FORM)
        .setInstrumentVersion("2026.0.0")
        .setReportStatus("completed")
        .setCompleteness(Completeness.COMPLETE)
        .setReporter(Reporter.CARER)
        .setReporterId("carer-1")
        .setAuthoredAt(Instant.parse("2026-06-07T02:10:00Z"))
        .setReceivedAt(Instant.parse("2026-06-07T02:10:01.400Z"))
        .setTimeQuality(
            TimeQuality.newBuilder()
                .setAuthoredAsSent("2026-06-07")
                .setAssumptions(List.of("DATE_ONLY"))
                .setClockOffsetMillis(null)
                .build())
        .setZone("Pacific/Auckland")
        .setInfusionDate(LocalDate.of(2026, 6, 1))
        .setDayAfterInfusion(6)
        .setCareStatus("ACTIVE")
        .setPatientRevision(4)
        .setSupersedes("earlier")
        .setFreeTextPresent(true)
        .setRoute(Route.FRONT_END)
        .setAnswers(List.of(answers));
  }

  public static Answer chosen(String item, int ordinal) {
    return Answer.newBuilder()
        .setLinkId(item)
        .setKind(AnswerKind.CODED)
        .setCode("code-" + ordinal)
        .setOrdinal(ordinal)
        .build();
  }

  static Answer number(String item, long value) {
    return answer(item, AnswerKind.INTEGER).setIntegerValue(value).build();
  }

  static Answer yesNo(String item, boolean value) {
    return answer(item, AnswerKind.BOOLEAN).setBooleanValue(value).build();
  }

  static Answer quantity(String item, String value, String unit) {
    return answer(item, AnswerKind.QUANTITY).setDecimalValue(value).setUnit(unit).build();
  }

  /** An option without a number of its own. */
  static Answer option(String item, String code) {
    return answer(item, AnswerKind.CODED).setCode(code).build();
  }

  static Answer.Builder answer(String item, AnswerKind kind) {
    return Answer.newBuilder().setLinkId(item).setKind(kind);
  }

  static ConsumerRecord<String, SubmissionReceived> record(long offset, SubmissionReceived report) {
    return new ConsumerRecord<>("pro.submission.v1", 0, offset, "patient-7", report);
  }
}
