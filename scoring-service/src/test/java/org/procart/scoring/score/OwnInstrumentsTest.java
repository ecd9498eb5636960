package org.procart.scoring.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.procart.scoring.score.TestReports.answer;
import static org.procart.scoring.score.TestReports.chosen;
import static org.procart.scoring.score.TestReports.number;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.procart.schemas.Answer;
import org.procart.schemas.AnswerKind;
import org.procart.schemas.Score;
import org.procart.schemas.ScoreComputed;

/** A site's own forms and definitions are files: no Java knows them. */
class OwnInstrumentsTest {

  private static final String SUBSET = "https://hospital.example/Questionnaire/three-terms";
  private static final String MOOD = "https://hospital.example/Questionnaire/mood";
  private static final String UNSCORED = "https://hospital.example/Questionnaire/unscored";

  @TempDir Path folder;

  @BeforeEach
  void files() throws IOException {
    write(
        "three-terms.json",
        """
        {"resourceType": "Questionnaire", "id": "three-terms", "version": "1.0.0",
         "status": "active", "url": "%s",
         "derivedFrom": ["https://procart.org/fhir/Questionnaire/pro-ctcae-cart-weekly|1.0.0"],
         "item": [
           {"linkId": "1", "type": "choice", "code": [{"code": "proctcae-48a-frq"}]},
           {"linkId": "2", "type": "choice", "code": [{"code": "proctcae-48b-sev"}]},
           {"linkId": "3", "type": "choice", "code": [{"code": "proctcae-48c-int"}]}]}
        """
            .formatted(SUBSET));
    write(
        "mood/mood.json",
        """
        {"resourceType": "Questionnaire", "id": "mood", "version": "2.1", "status": "active",
         "url": "%s", "item": [
           {"linkId": "g", "type": "group", "item": [
             {"linkId": "m1", "type": "integer"}, {"linkId": "m2", "type": "integer"}]},
           {"linkId": "m3", "type": "integer"}, {"linkId": "m4", "type": "integer"}]}
        """
            .formatted(MOOD));
    write(
        "mood/mood.yml",
        """
        id: mood
        version: 1.0
        title: Mood, four questions
        source: made for this test
        status: to-be-confirmed
        note: cut points
        questionnaires: [%s]
        algorithm: scales
        items:
          - codes: [m1, m2, m3, m4]
            minimum: 0
            maximum: 3
        scales:
          - id: mood-total
            of: [m1, m2, m3, m4]
            reversed: [m2]
            method: prorated-sum
            answered: 3
            direction: higher-worse
          - id: mood-band
            of: [mood-total]
            grades:
              - {from: 0, grade: 0, name: calm}
              - {from: 6, grade: 1, name: low}
            direction: higher-worse
          - id: mood-T
            of: [m1, m3]
            table: {file: mood-t.csv, id: mood-t, version: 2026, key: raw, value: t}
            direction: higher-worse
        """
            .formatted(MOOD));
    write("mood/mood-t.csv", "raw,t\n0,30.5\n1,40\n2,45\n3,50\n4,55\n5,60\n6,71.25\n");
    write(
        "unscored.json",
        """
        {"resourceType": "Questionnaire", "id": "unscored", "version": "1", "status": "active",
         "url": "%s", "item": [{"linkId": "u1", "type": "integer"}]}
        """
            .formatted(UNSCORED));
  }

  @Test
  void aSubsetOfProCtcaeIsOneFile() {
    Map<String, Score> scores = scores(SUBSET, chosen("1", 3), chosen("2", 2), chosen("3", 1));
    assertThat(scores.get("proctcae-48").getGrade()).isEqualTo(2);
    assertThat(scores.get("proctcae-48b-sev").getValue()).isEqualTo(2);
    assertThat(scores).hasSize(5);
  }

  @Test
  void aSumScoreWithReversedItemsBandsAndATableIsTwoFiles() {
    Map<String, Score> scores = scores(MOOD, number("m1", 3), number("m2", 1), number("m3", 2));
    assertThat(scores.get("mood-total").getValue()).isCloseTo(28.0 / 3, within());
    assertThat(scores.get("mood-total").getMaximum()).isEqualTo(12);
    assertThat(scores.get("mood-band").getGrade()).isEqualTo(1);
    assertThat(scores.get("mood-band").getExplanation()).isEqualTo("low");
    assertThat(scores.get("mood-T").getValue()).isEqualTo(60);
    assertThat(scores.get("mood-T").getReference()).isEqualTo("mood-t|2026");
    assertThat(scores.get("m4").getMissingReason()).isEqualTo("not-answered");
  }

  @Test
  void whatIsLeftOutDeclinedOrImpossibleIsNeverZero() {
    Map<String, Score> scores =
        scores(
            MOOD,
            number("m1", 3),
            number("m2", 4),
            answer("m3", AnswerKind.NOT_ANSWERED).setNotAnsweredReason("asked-declined").build());
    assertThat(scores.get("mood-total").getMissingReason()).isEqualTo("out-of-range");
    assertThat(scores.get("mood-band").getMissingReason()).isEqualTo("out-of-range");
    assertThat(scores.get("mood-T").getMissingReason()).isEqualTo("incomplete");
    assertThat(scores.get("m3").getMissingReason()).isEqualTo("asked-declined");
  }

  @Test
  void aZeroThatABranchFilledInCounts() {
    Answer away =
        answer("m3", AnswerKind.CODED).setOrdinal(0).setFlags(List.of("BRANCHED_AWAY")).build();
    Map<String, Score> scores = scores(MOOD, number("m1", 3), number("m2", 3), away);
    assertThat(scores.get("m3").getFlags()).containsExactly("BRANCHED_AWAY");
    assertThat(scores.get("mood-total").getValue()).isEqualTo(4);
  }

  @Test
  void aFormWithoutADefinitionGetsItsAnswersAsTheyAre() {
    List<ScoreComputed> events =
        TestScoring.withFolder(folder)
            .events(TestReports.of("s-1", number("u1", 7)).setInstrument(UNSCORED).build());
    assertThat(events).hasSize(1);
    assertThat(events.getFirst().getScorer()).isEqualTo("items");
    assertThat(events.getFirst().getScores().getFirst().getScale()).isEqualTo("u1");
    assertThat(events.getFirst().getScores().getFirst().getValue()).isEqualTo(7);
  }

  @Test
  void theNewestVersionCountsAndTheDigestNamesItsFiles() throws IOException {
    String before = event().getDefinitionDigest();
    write("mood/mood-t.csv", "raw,t\n0,30.5\n1,40\n2,45\n3,50\n4,55\n5,60.5\n6,71.25\n");
    assertThat(event().getDefinitionDigest()).isNotEqualTo(before);
    String newer = Files.readString(folder.resolve("mood/mood.yml"));
    write("mood/mood-10.yml", newer.replace("version: 1.0", "version: 1.10"));
    write("mood/mood-9.yml", newer.replace("version: 1.0", "version: 1.9"));
    assertThat(event().getScorerVersion()).isEqualTo("1.10");
  }

  private ScoreComputed event() {
    return TestScoring.withFolder(folder)
        .events(TestReports.of("s-1", number("m1", 3)).setInstrument(MOOD).build())
        .getFirst();
  }

  private Map<String, Score> scores(String form, Answer... answers) {
    return TestScoring.scores(TestScoring.withFolder(folder), form, List.of(answers));
  }

  private static Offset<Double> within() {
    return Offset.offset(1e-9);
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
