package org.procart.alerting.history;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reports as a clinic would tell them: who, when, how bad. */
public final class TestReports {

  /** Noon of an ordinary day. */
  public static final Instant DAY_ZERO = Instant.parse("2026-03-02T12:00:00Z");

  private final String id;
  private String patientId = "patient-1";
  private String reporter = "PATIENT";
  private @Nullable String reporterId;
  private String status = "completed";
  private String completeness = "COMPLETE";
  private Instant observedAt = DAY_ZERO;
  private @Nullable Instant receivedAt;
  private @Nullable Integer day = 5;
  private @Nullable LocalDate infusionDate;
  private @Nullable String supersedes;
  private boolean freeText;
  private String instrument = "https://example.org/q";
  private final List<ScaleScore> scales = new ArrayList<>();

  private TestReports(String id) {
    this.id = id;
  }

  public static TestReports report(String id) {
    return new TestReports(id);
  }

  public TestReports of(String patient) {
    patientId = patient;
    return this;
  }

  public TestReports by(String who, @Nullable String whoId) {
    reporter = who;
    reporterId = whoId;
    return this;
  }

  public TestReports onDay(int number) {
    observedAt = DAY_ZERO.plus(Duration.ofDays(number));
    return this;
  }

  public TestReports at(Instant moment) {
    observedAt = moment;
    return this;
  }

  public TestReports instrument(String url) {
    instrument = url;
    return this;
  }

  public TestReports atHour(int number) {
    observedAt = DAY_ZERO.plus(Duration.ofHours(number));
    return this;
  }

  public TestReports receivedAfter(Duration delay) {
    receivedAt = observedAt.plus(delay);
    return this;
  }

  public TestReports status(String fhirStatus) {
    status = fhirStatus;
    return this;
  }

  public TestReports completeness(String how) {
    completeness = how;
    return this;
  }

  public TestReports replacing(String submission) {
    supersedes = submission + "-submission";
    return this;
  }

  public TestReports dayAfterInfusion(@Nullable Integer number) {
    day = number;
    return this;
  }

  public TestReports infusedOn(int number) {
    infusionDate = DAY_ZERO.plus(Duration.ofDays(number)).atZone(ZoneOffset.UTC).toLocalDate();
    return this;
  }

  public TestReports withFreeText() {
    freeText = true;
    return this;
  }

  public TestReports raw(String item, double value) {
    scales.add(new ScaleScore(item, value, null, null, "HIGHER_WORSE"));
    return this;
  }

  public TestReports composite(String term, int grade) {
    scales.add(new ScaleScore(term, (double) grade, grade, null, "HIGHER_WORSE"));
    return this;
  }

  public TestReports better(String scale, double value) {
    scales.add(new ScaleScore(scale, value, null, null, "HIGHER_BETTER"));
    return this;
  }

  public TestReports received(Instant moment) {
    receivedAt = moment;
    return this;
  }

  public TestReports missing(String scale) {
    scales.add(new ScaleScore(scale, null, null, "incomplete", "HIGHER_WORSE"));
    return this;
  }

  public ScoredReport build() {
    return new ScoredReport(
        id,
        id + "-submission",
        "RCPT-" + id,
        patientId,
        "site-a",
        false,
        instrument,
        "pro-ctcae",
        status,
        completeness,
        reporter,
        reporterId,
        observedAt,
        receivedAt == null ? observedAt.plusSeconds(60) : receivedAt,
        day,
        "ACTIVE",
        supersedes,
        freeText,
        List.copyOf(scales),
        observedAt.atZone(ZoneOffset.UTC).toLocalDate(),
        infusionDate);
  }
}
