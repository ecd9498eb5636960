package org.procart.scoring.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.procart.scoring.score.TestReports.answer;
import static org.procart.scoring.score.TestReports.chosen;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.procart.schemas.Answer;
import org.procart.schemas.AnswerKind;
import org.procart.schemas.Completeness;
import org.procart.schemas.Score;
import org.procart.schemas.ScoreComputed;
import org.procart.schemas.ScoreMode;
import org.procart.schemas.SubmissionReceived;
import org.procart.schemas.event.EventId;

class ScoringTest {

  /** Fields of the two events that have the same name and do not say the same thing. */
  private static final Set<String> OWN = Set.of("eventId", "occurredAt");

  private static final Instant NOW = Instant.parse("2026-06-07T02:10:02Z");

  private final Scoring scoring =
      TestScoring.of(TestScoring.BUILT_IN, Clock.fixed(NOW, ZoneOffset.UTC));

  @Test
  void whatIsKnownAboutTheReportTravelsWithTheScore() {
    SubmissionReceived report = TestReports.of("s-1", chosen("proctcae-46a-sev", 3)).build();
    ScoreComputed event = only(report);
    List<String> shared =
        SubmissionReceived.getClassSchema().getFields().stream()
            .map(field -> field.name())
            .filter(name -> ScoreComputed.getClassSchema().getField(name) != null)
            .filter(name -> !OWN.contains(name))
            .toList();
    assertThat(shared).hasSize(20);
    assertThat(shared)
        .allSatisfy(
            name -> assertThat(event.get(name)).as(name).isNotNull().isEqualTo(report.get(name)));
    assertThat(event.getSubmissionId()).isEqualTo("s-1");
    assertThat(event.getOccurredAt()).isEqualTo(NOW);
  }

  @Test
  void theScoreNamesItsAlgorithmAndTheSameReportGetsTheSameId() {
    SubmissionReceived report = TestReports.of("s-1", chosen("proctcae-46a-sev", 3)).build();
    ScoreComputed event = only(report);
    assertThat(event.getScorer()).isEqualTo("pro-ctcae");
    assertThat(event.getScorerVersion()).isEqualTo("1.0.0");
    assertThat(event.getDefinitionDigest()).matches("[0-9a-f]{64}");
    assertThat(event.getMode()).isEqualTo(ScoreMode.LIVE);
    assertThat(event.getEventId())
        .isEqualTo(EventId.of("score", "s-1", "pro-ctcae", "1.0.0", "LIVE"))
        .isEqualTo(only(report).getEventId())
        .isNotEqualTo(only(TestReports.of("s-2").build()).getEventId());
  }

  @Test
  void scalesCarryTheirBoundsAndMeaning() {
    ScoreComputed event =
        only(
            TestReports.of("s-1", chosen("proctcae-74a-frq", 0), chosen("proctcae-24a-yn", 1))
                .build());
    Score composite = score(event, "proctcae-74");
    assertThat(composite.getValue()).isZero();
    assertThat(composite.getGrade()).isZero();
    assertThat(composite.getMissingReason()).isNull();
    assertThat(composite.getMinimum()).isZero();
    assertThat(composite.getMaximum()).isEqualTo(3);
    assertThat(composite.getDirection()).isEqualTo("HIGHER_WORSE");
    assertThat(score(event, "proctcae-74b-sev").getFlags()).containsExactly("BRANCHED_AWAY");
    assertThat(score(event, "proctcae-24a-yn").getGrade()).isNull();
  }

  @ParameterizedTest
  @EnumSource(
      value = Completeness.class,
      names = {"COMPLETE", "PARTIAL", "SALVAGED", "CONFLICTING", "UNKNOWN"})
  void whateverCouldBeReadIsScored(Completeness completeness) {
    ScoreComputed event =
        only(
            TestReports.of("s-1", chosen("proctcae-46a-sev", 4))
                .setCompleteness(completeness)
                .build());
    assertThat(event.getCompleteness()).isEqualTo(completeness);
    assertThat(score(event, "proctcae-46a-sev").getValue()).isEqualTo(4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"in-progress", "completed", "amended", "entered-in-error", "", "new"})
  void everyStatusIsScoredAndCarried(String status) {
    ScoreComputed event =
        only(TestReports.of("s-1", chosen("proctcae-46a-sev", 4)).setReportStatus(status).build());
    assertThat(event.getReportStatus()).isEqualTo(status);
    assertThat(event.getScores()).isNotEmpty();
  }

  @Test
  void aReportThatNobodyCanReadStillGetsAScoreEvent() {
    ScoreComputed unreadable =
        only(TestReports.of("s-1").setCompleteness(Completeness.UNREADABLE).build());
    ScoreComputed unknownForm =
        only(TestReports.of("s-2").setInstrument("https://example.org/unknown").build());
    assertThat(List.of(unreadable, unknownForm))
        .allSatisfy(
            event -> {
              assertThat(event.getScorer()).isEqualTo("none");
              assertThat(event.getScores()).isEmpty();
              assertThat(event.getCorrelationId()).isEqualTo("ABCD-EFGH-JK");
            });
    assertThat(unreadable.getEventId())
        .isEqualTo(EventId.of("score", "s-1", "none", "1.0.0", "LIVE"));
  }

  @Test
  void whoseReportItIsMayBeUnknown() {
    ScoreComputed event =
        only(
            TestReports.of("s-1")
                .setPatientId(null)
                .setReporterId(null)
                .setAuthoredAt(null)
                .setTimeQuality(null)
                .setInfusionDate(null)
                .setDayAfterInfusion(null)
                .setSupersedes(null)
                .setCompleteness(Completeness.UNREADABLE)
                .build());
    assertThat(event.getPatientId()).isNull();
    assertThat(event.getTimeQuality()).isNull();
  }

  @ParameterizedTest
  @EnumSource(
      value = AnswerKind.class,
      names = {
        "UNKNOWN",
        "BOOLEAN",
        "QUANTITY",
        "DATE",
        "TIME",
        "DATE_TIME",
        "FREE_TEXT",
        "CODED",
        "INTEGER",
        "DECIMAL"
      })
  void anAnswerWithoutAUsableValueIsNeverZero(AnswerKind kind) {
    assertThat(reason(answer("proctcae-15a-sev", kind).build())).isEqualTo("cannot-tell");
  }

  @Test
  void whyNothingWasAnsweredIsKept() {
    assertThat(reason(notAnswered("asked-declined"))).isEqualTo("asked-declined");
    assertThat(reason(notAnswered("not-applicable"))).isEqualTo("not-applicable");
    assertThat(reason(notAnswered("not-performed"))).isEqualTo("not-answered");
    assertThat(reason(notAnswered(null))).isEqualTo("not-answered");
  }

  @Test
  void numbersAreReadLikeChoices() {
    assertThat(value(answer("proctcae-15a-sev", AnswerKind.INTEGER).setIntegerValue(3L).build()))
        .isEqualTo(3);
    assertThat(value(answer("proctcae-15a-sev", AnswerKind.DECIMAL).setDecimalValue("3.0").build()))
        .isEqualTo(3);
    assertThat(
            reason(answer("proctcae-15a-sev", AnswerKind.DECIMAL).setDecimalValue("3,0").build()))
        .isEqualTo("cannot-tell");
  }

  @Test
  void zerosThatABranchFilledInAreWorkedOutAgain() {
    Answer filledIn =
        answer("proctcae-48b-sev", AnswerKind.CODED)
            .setOrdinal(0)
            .setFlags(List.of("BRANCHED_AWAY"))
            .build();
    Score skipped =
        score(
            only(TestReports.of("s-1", chosen("proctcae-48a-frq", 0), filledIn).build()),
            "proctcae-48b-sev");
    Score wronglyFilledIn =
        score(
            only(TestReports.of("s-1", chosen("proctcae-48a-frq", 4), filledIn).build()),
            "proctcae-48b-sev");
    assertThat(skipped.getFlags()).containsExactly("BRANCHED_AWAY");
    assertThat(wronglyFilledIn.getMissingReason()).isEqualTo("not-answered");
  }

  @Test
  void theDigestOfTheInputIgnoresOrderOnly() {
    Answer first = chosen("proctcae-15a-sev", 1);
    Answer second = chosen("proctcae-16a-frq", 2);
    String digest = only(TestReports.of("s-1", first, second).build()).getInputDigest();
    assertThat(digest)
        .isEqualTo(only(TestReports.of("s-2", second, first).build()).getInputDigest())
        .isNotEqualTo(only(TestReports.of("s-1", first).build()).getInputDigest());
  }

  private String reason(Answer answer) {
    return Objects.requireNonNull(
        score(only(TestReports.of("s-1", answer).build()), answer.getLinkId()).getMissingReason());
  }

  private double value(Answer answer) {
    return Objects.requireNonNull(
        score(only(TestReports.of("s-1", answer).build()), answer.getLinkId()).getValue());
  }

  private static Answer notAnswered(@Nullable String reason) {
    return answer("proctcae-15a-sev", AnswerKind.NOT_ANSWERED).setNotAnsweredReason(reason).build();
  }

  private ScoreComputed only(SubmissionReceived report) {
    List<ScoreComputed> events = scoring.events(report);
    assertThat(events).hasSize(1);
    return events.getFirst();
  }

  private static Score score(ScoreComputed event, String scale) {
    return event.getScores().stream()
        .filter(score -> score.getScale().equals(scale))
        .findFirst()
        .orElseThrow();
  }
}
