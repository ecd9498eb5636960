package org.procart.alerting;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.procart.schemas.Completeness;
import org.procart.schemas.NotificationChanged;
import org.procart.schemas.NotificationKind;
import org.procart.schemas.PatientChanged;
import org.procart.schemas.Reporter;
import org.procart.schemas.Score;
import org.procart.schemas.ScoreComputed;
import org.procart.schemas.ScoreMode;
import org.procart.schemas.SiteChanged;
import org.procart.schemas.Therapy;
import org.procart.schemas.event.EventId;

/** Events as the neighbours write them. */
public final class TestEvents {

  private TestEvents() {}

  public static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }

  public static ScoreComputed.Builder score(String id, String patientId) {
    Instant now = now();
    return ScoreComputed.newBuilder()
        .setEventId(EventId.of("test-score", id))
        .setOccurredAt(now)
        .setPatientId(patientId)
        .setSiteId("site-a")
        .setCorrelationId(receipt(id))
        .setSynthetic(false)
        .setSubmissionId(EventId.of("test-submission", id))
        .setScorer("pro-ctcae")
        .setScorerVersion("1")
        .setMode(ScoreMode.LIVE)
        .setInstrument("https://example.org/q")
        .setReportStatus("completed")
        .setCompleteness(Completeness.COMPLETE)
        .setReporter(Reporter.PATIENT)
        .setReporterId(patientId)
        .setAuthoredAt(now.minusSeconds(60))
        .setReceivedAt(now)
        .setZone("Europe/London")
        .setDayAfterInfusion(5)
        .setCareStatus("ACTIVE")
        .setPatientRevision(1)
        .setScores(new ArrayList<>());
  }

  public static String receipt(String id) {
    return "R-" + id;
  }

  public static List<Score> raw(String item, double value) {
    return List.of(
        Score.newBuilder()
            .setScale(item)
            .setValue(value)
            .setMinimum(0.0)
            .setMaximum(4.0)
            .setDirection("HIGHER_WORSE")
            .build());
  }

  public static NotificationChanged.Builder notification(
      String alertId, NotificationKind kind, int sounding, long revision) {
    return NotificationChanged.newBuilder()
        .setEventId(EventId.of("test-notification", alertId, kind, sounding, revision))
        .setOccurredAt(now())
        .setPatientId(null)
        .setSiteId("site-a")
        .setCorrelationId(null)
        .setSynthetic(false)
        .setRevision(revision)
        .setNotificationId(EventId.of("test-escalation", alertId, sounding))
        .setAlertId(alertId)
        .setSounding(sounding)
        .setKind(kind)
        .setRound(1)
        .setStep(1)
        .setChannel("sms")
        .setRecipientId("nurse-1");
  }

  public static PatientChanged patient(String patientId, long revision, LocalDate infusion) {
    return PatientChanged.newBuilder()
        .setEventId(EventId.of("test-patient", patientId, revision))
        .setOccurredAt(now())
        .setPatientId(patientId)
        .setSiteId("site-a")
        .setCorrelationId(null)
        .setSynthetic(false)
        .setRevision(revision)
        .setZoneId("Europe/London")
        .setStatus("ACTIVE")
        .setTherapy(
            List.of(
                Therapy.newBuilder()
                    .setProduct("axi-cel")
                    .setIndication("DLBCL")
                    .setInfusionDate(infusion)
                    .build()))
        .build();
  }

  public static SiteChanged site(String siteId, long revision, String patientRecordUrl) {
    return SiteChanged.newBuilder()
        .setEventId(EventId.of("test-site", siteId, revision))
        .setOccurredAt(now())
        .setPatientId(null)
        .setSiteId(siteId)
        .setCorrelationId(null)
        .setSynthetic(false)
        .setRevision(revision)
        .setName("Site A")
        .setZoneId("Europe/London")
        .setPatientRecordUrl(patientRecordUrl)
        .setStatus("LIVE")
        .build();
  }
}
