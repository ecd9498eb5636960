package org.procart.scoring.score;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.procart.schemas.Score;
import org.procart.schemas.ScoreComputed;
import org.procart.schemas.ScoreMode;
import org.procart.schemas.SubmissionReceived;
import org.procart.schemas.event.EventId;
import org.procart.scoring.instrument.ScaleScore;

/** The event that says what a scorer found; facts about the report travel with it. */
final class ScoreMapper {

  private ScoreMapper() {}

  static ScoreComputed event(
      SubmissionReceived report, Computation computation, ScoreMode mode, Instant now) {
    return ScoreComputed.newBuilder()
        .setEventId(
            EventId.of(
                "score",
                report.getEventId(),
                computation.scorer(),
                computation.version(),
                mode.name()))
        .setOccurredAt(now)
        .setPatientId(report.getPatientId())
        .setSiteId(report.getSiteId())
        .setCorrelationId(report.getCorrelationId())
        .setSynthetic(report.getSynthetic())
        .setInstrument(report.getInstrument())
        .setInstrumentVersion(report.getInstrumentVersion())
        .setReportStatus(report.getReportStatus())
        .setCompleteness(report.getCompleteness())
        .setReporter(report.getReporter())
        .setReporterId(report.getReporterId())
        .setAuthoredAt(report.getAuthoredAt())
        .setReceivedAt(report.getReceivedAt())
        .setTimeQuality(report.getTimeQuality())
        .setZone(report.getZone())
        .setInfusionDate(report.getInfusionDate())
        .setDayAfterInfusion(report.getDayAfterInfusion())
        .setCareStatus(report.getCareStatus())
        .setPatientRevision(report.getPatientRevision())
        .setSupersedes(report.getSupersedes())
        .setFreeTextPresent(report.getFreeTextPresent())
        .setSubmissionId(report.getEventId())
        .setScorer(computation.scorer())
        .setScorerVersion(computation.version())
        .setDefinitionDigest(computation.definitionDigest())
        .setInputDigest(InputDigest.of(report))
        .setMode(mode)
        .setScores(scores(computation.scores()))
        .build();
  }

  private static List<Score> scores(List<ScaleScore> scores) {
    return scores.stream().map(ScoreMapper::score).toList();
  }

  private static Score score(ScaleScore score) {
    return Score.newBuilder()
        .setScale(score.scale().id())
        .setValue(number(score.value()))
        .setGrade(score.grade())
        .setMissingReason(score.missing() == null ? null : score.missing().code())
        .setMinimum(number(score.scale().minimum()))
        .setMaximum(number(score.scale().maximum()))
        .setDirection(score.scale().direction().name())
        .setFlags(score.flags().stream().map(Enum::name).sorted().toList())
        .setReference(score.reference())
        .setExplanation(score.explanation())
        .build();
  }

  private static @Nullable Double number(@Nullable BigDecimal exact) {
    return exact == null ? null : exact.doubleValue();
  }
}
