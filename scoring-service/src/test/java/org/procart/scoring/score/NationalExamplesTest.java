package org.procart.scoring.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.procart.scoring.score.TestReports.answer;
import static org.procart.scoring.score.TestReports.number;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.procart.schemas.Answer;
import org.procart.schemas.AnswerKind;
import org.procart.schemas.Score;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reports as a national front end writes them, and public examples whose own scores are wrong. */
class NationalExamplesTest {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final JsonNode expected = JSON.readTree(Vectors.text("/fhir/expected.json"));

  @Test
  void proCtcae() {
    JsonNode outcome = expected.get("qr-pro-ctcae-basisscreening.json");
    Map<String, Score> scores = scores("qr-pro-ctcae-basisscreening.json");
    assertThat(outcome.get("composite_grades").properties()).hasSize(10);
    outcome
        .get("composite_grades")
        .properties()
        .forEach(
            grade ->
                assertThat(score(scores, grade.getKey()).getGrade())
                    .isEqualTo(grade.getValue().asInt()));
    assertThat(value(scores, "proctcae-acs"))
        .isCloseTo(outcome.get("average_composite_score").asDouble(), within(1e-9));
  }

  @Test
  void qlqC30() {
    Map<String, Score> scores = scores("qr-qlq-c30.json");
    assertThat(expected.get("qr-qlq-c30.json").properties()).hasSize(16);
    expected
        .get("qr-qlq-c30.json")
        .properties()
        .forEach(
            scale ->
                assertThat(value(scores, "qlq-c30-" + scale.getKey()))
                    .isCloseTo(scale.getValue().asDouble(), within(0.005)));
  }

  @Test
  void phq9() {
    JsonNode outcome = expected.get("qr-phq-9-item9-positive.json");
    Map<String, Score> scores = scores("qr-phq-9-item9-positive.json");
    assertThat(value(scores, "phq-9-total")).isEqualTo(outcome.get("total").asInt());
    assertThat(score(scores, "phq-9-severity").getExplanation())
        .isEqualTo(outcome.get("band").asString());
    assertThat(value(scores, "44260-8")).isPositive();
  }

  /** The published value is what must not come out. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "qlq-c30 | qlq-c30-q06=2 qlq-c30-q07=2 | qlq-c30-RF | 83.33 | 66.67",
        "qlq-c30 | qlq-c30-q21=2 qlq-c30-q22=2 qlq-c30-q23=1 qlq-c30-q24=1 | qlq-c30-EF | 87.5 |"
            + " 83.33",
        "qlq-c30 | qlq-c30-q26=1 qlq-c30-q27=2 | qlq-c30-SF | 91.67 | 83.33",
        "qlq-c30 | qlq-c30-q10=3 qlq-c30-q12=2 qlq-c30-q18=2 | qlq-c30-FA | 22.22 | 44.44",
        "eq-5d-5l | eq5d-mo=2 eq5d-sc=1 eq5d-ua=2 eq5d-pd=3 eq5d-ad=4 | eq5d5l-VT_Germany | 0.662 |"
            + " 0.585",
        "promis-physical-function-4a | PFA11=4 PFA21=3 PFA23=3 PFA53=3 |"
            + " promis-physical-function-4a-T | 42.6 | 37.9",
        "promis-anxiety-4a | EDANX01=3 EDANX40=2 EDANX41=2 EDANX53=2 | promis-anxiety-4a-T | 56.8 |"
            + " 57.7",
        "promis-fatigue-4a | HI7=4 AN3=4 FATEXP41=4 FATEXP40=3 | promis-fatigue-4a-T | 64.9 | 62.7",
        "promis-sleep-disturbance-4a | Sleep109=3 Sleep116=3 Sleep20=3 Sleep44=2 |"
            + " promis-sleep-disturbance-4a-T | 53.6 | 52.4",
        "promis-pain-interference-4a | PAININ9=3 PAININ22=3 PAININ31=3 PAININ34=2 |"
            + " promis-pain-interference-4a-T | 60.9 | 59.9",
        "phq-9 | /44250-9=0 /44255-8=0 /44259-0=0 /44254-1=1 /44251-7=2 /44258-2=1 /44252-5=3"
            + " /44253-3=2 /44260-8=1 | phq-9-total | 13 | 10",
      })
  void publishedExamplesWhoseScoresAreWrong(
      String form, String sent, String scale, double published, double correct) {
    String url =
        TestScoring.FORMS.all().stream()
            .filter(each -> each.id().endsWith(form) && each.derivedFrom().isEmpty())
            .findFirst()
            .orElseThrow()
            .url();
    List<Answer> answers =
        Stream.of(sent.split(" "))
            .map(answer -> answer.split("="))
            .map(answer -> number(answer[0], Long.parseLong(answer[1])))
            .toList();
    double value = value(TestScoring.scores(url, answers), scale);
    assertThat(value).isCloseTo(correct, within(0.005)).isNotCloseTo(published, within(0.005));
  }

  /** What a client says about totals is an answer to nobody's question. */
  @Test
  void totalsThatAClientSendsAreNotUsed() {
    List<Answer> answers =
        List.of(
            number("qlq-c30-q06", 2),
            number("qlq-c30-q07", 2),
            answer("score-rf", AnswerKind.DECIMAL).setDecimalValue("83.33").build());
    Map<String, Score> scores = TestScoring.scores(VectorsTest.C30, answers);
    assertThat(value(scores, "qlq-c30-RF")).isCloseTo(66.666667, within(1e-6));
    assertThat(scores).doesNotContainKey("score-rf");
  }

  private static Map<String, Score> scores(String example) {
    JsonNode report = JSON.readTree(Vectors.text("/fhir/" + example));
    String url = report.get("questionnaire").asString().replaceFirst("\\|.*", "");
    TestForm form = TestForm.of(TestScoring.FORMS.find(url, null).orElseThrow());
    return TestScoring.scores(url, answered(report).map(item -> read(item, form)).toList());
  }

  private static Stream<JsonNode> answered(JsonNode node) {
    Stream<JsonNode> below =
        node.path("item").valueStream().flatMap(NationalExamplesTest::answered);
    return node.has("answer") ? Stream.concat(Stream.of(node), below) : below;
  }

  /** As intake reads it: the option's number comes from our form. */
  private static Answer read(JsonNode item, TestForm form) {
    String linkId = item.get("linkId").asString();
    JsonNode given = item.get("answer").get(0);
    if (given.has("valueInteger")) {
      return number(linkId, given.get("valueInteger").asInt());
    }
    return form.chosen(linkId, given.get("valueCoding").get("code").asString());
  }

  private static Score score(Map<String, Score> scores, String scale) {
    return Objects.requireNonNull(scores.get(scale), scale);
  }

  private static double value(Map<String, Score> scores, String scale) {
    return Objects.requireNonNull(score(scores, scale).getValue(), scale);
  }
}
