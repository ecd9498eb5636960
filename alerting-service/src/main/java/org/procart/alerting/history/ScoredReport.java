package org.procart.alerting.history;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One scorer's scores of one report, as alerting keeps them.
 *
 * @param scoreId event id of the scores
 * @param submissionId event id of the report
 * @param receipt of the report
 * @param patientId null where no patient is known
 * @param siteId null where none is known
 * @param observedAt when it was observed; when received, where nothing says
 * @param day after infusion, in days; null: not infused or not known
 * @param supersedes submissionId of the report that this one replaces
 * @param observedOn local date of the observation; null in reports of earlier releases
 * @param infusionDate the latest not after that date; null: not infused or not known
 * @param freeText true when the reporter wrote free text, which stays in intake's store
 */
public record ScoredReport(
    String scoreId,
    String submissionId,
    @Nullable String receipt,
    @Nullable String patientId,
    @Nullable String siteId,
    Boolean synthetic,
    String instrument,
    String scorer,
    String status,
    String completeness,
    String reporter,
    @Nullable String reporterId,
    Instant observedAt,
    Instant receivedAt,
    @Nullable Integer day,
    String careStatus,
    @Nullable String supersedes,
    Boolean freeText,
    List<ScaleScore> scales,
    @Nullable LocalDate observedOn,
    @Nullable LocalDate infusionDate) {

  /** By observation; what was received later, or has the greater id, decides between equals. */
  static final Comparator<ScoredReport> BY_OBSERVATION =
      Comparator.comparing(ScoredReport::observedAt)
          .thenComparing(ScoredReport::receivedAt)
          .thenComparing(ScoredReport::scoreId);

  private static final Set<String> WHOLE = Set.of("COMPLETE", "PARTIAL");
  private static final String ENTERED_IN_ERROR = "entered-in-error";

  public boolean enteredInError() {
    return ENTERED_IN_ERROR.equals(status);
  }

  /** The same report, had it come at another time. */
  public ScoredReport arrivingAt(Instant at) {
    return new ScoredReport(
        scoreId,
        submissionId,
        receipt,
        patientId,
        siteId,
        synthetic,
        instrument,
        scorer,
        status,
        completeness,
        reporter,
        reporterId,
        observedAt,
        at,
        day,
        careStatus,
        supersedes,
        freeText,
        scales,
        observedOn,
        infusionDate);
  }

  /** Conflicting, salvaged and withdrawn reports may ring, but nothing is measured against them. */
  boolean mayBePrevious() {
    return WHOLE.contains(completeness) && !enteredInError();
  }

  /** Not infused yet, as far as was known when it came. */
  boolean beforeInfusion() {
    return day == null || day < 0;
  }

  /** Observed before the infusion that the other report follows, whatever was known at the time. */
  boolean isBeforeInfusionOf(ScoredReport other) {
    if (observedOn == null || other.infusionDate == null) {
      return day != null && day < 0;
    }
    return observedOn.isBefore(other.infusionDate);
  }

  boolean isWithin(Duration time, ScoredReport other) {
    return Duration.between(observedAt, other.observedAt).abs().compareTo(time) <= 0;
  }

  /** Two reporters of one patient are two series; the patient is one, by whichever road. */
  String series() {
    return "CARER".equals(reporter) ? reporter + "/" + reporterId : reporter;
  }

  @Override
  public String toString() {
    return "ScoredReport[" + scoreId + "]";
  }
}
