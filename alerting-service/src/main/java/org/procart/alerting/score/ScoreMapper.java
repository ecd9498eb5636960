package org.procart.alerting.score;

import java.time.Instant;
import java.util.Objects;
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
        event.getScores().stream().map(ScoreMapper::score).toList());
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
