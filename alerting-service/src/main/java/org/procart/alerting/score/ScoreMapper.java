package org.procart.alerting.score;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.procart.alerting.history.ScaleScore;
import org.procart.alerting.history.ScoredReport;
import org.procart.schemas.Score;
import org.procart.schemas.ScoreComputed;

final class ScoreMapper {

  private ScoreMapper() {}

  static ScoredReport report(ScoreComputed event) {
    Instant receivedAt = event.getReceivedAt();
    return new ScoredReport(
        event.getEventId(),
        event.getSubmissionId(),
        event.getCorrelationId(),
        event.getPatientId(),
        event.getSiteId(),
        event.getSynthetic(),
        event.getInstrument(),
        event.getScorer(),
        event.getReportStatus(),
        event.getCompleteness().name(),
        event.getReporter().name(),
        event.getReporterId(),
        Objects.requireNonNullElse(event.getAuthoredAt(), receivedAt),
        receivedAt,
        event.getDayAfterInfusion(),
        event.getCareStatus(),
        event.getSupersedes(),
        event.getFreeTextPresent(),
        event.getScores().stream().map(ScoreMapper::score).toList(),
        observedOn(event),
        event.getInfusionDate());
  }

  private static @Nullable LocalDate observedOn(ScoreComputed event) {
    try {
      return event.getAuthoredAt() == null || event.getZone().isEmpty()
          ? null
          : LocalDate.ofInstant(event.getAuthoredAt(), ZoneId.of(event.getZone()));
    } catch (DateTimeException e) {
      return null; // a zone that this machine does not know
    }
  }

  private static ScaleScore score(Score score) {
    return new ScaleScore(
        score.getScale(),
        score.getValue(),
        score.getGrade(),
        score.getMissingReason(),
        score.getDirection());
  }
}
