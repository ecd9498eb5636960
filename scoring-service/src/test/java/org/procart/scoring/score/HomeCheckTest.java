package org.procart.scoring.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.procart.scoring.score.TestReports.chosen;
import static org.procart.scoring.score.TestReports.number;
import static org.procart.scoring.score.TestReports.option;
import static org.procart.scoring.score.TestReports.quantity;
import static org.procart.scoring.score.TestReports.yesNo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.procart.schemas.Answer;
import org.procart.schemas.Score;

class HomeCheckTest {

  private static final String BASELINE = "https://procart.org/fhir/Questionnaire/cart-ice-baseline";
  private static final Answer NO_MEDICINE = yesNo("antipyretic-6h", false);
  private static final Answer NO_STEROID = yesNo("steroid-6h", false);

  @ParameterizedTest
  @CsvSource({
    // sent, unit, degrees Celsius, fever
    "38.0, Cel, 38.0, 1",
    "37.99, Cel, 37.99, 0",
    "37.9999999999999999999, Cel, 38.0, 0",
    "100.4, [degF], 38.0, 1",
    "100.39, [degF], 37.99444444444, 0",
    "100.4, Cel, 38.0, 1",
    "30, Cel, 30, 0",
    "43, Cel, 43, 1",
  })
  void temperatureAndFever(String sent, String unit, double celsius, int fever) {
    Map<String, Score> scores = scores(quantity("temperature", sent, unit));
    assertThat(value(scores, "cart-temperature")).isCloseTo(celsius, within(1e-9));
    assertThat(score(scores, "cart-fever").getGrade()).isEqualTo(fever);
    assertThat(score(scores, "cart-crs-minimum-grade").getGrade()).isEqualTo(fever);
    assertThat(score(scores, "cart-temperature").getFlags())
        .isEqualTo(
            sent.equals("100.4") && unit.equals("Cel") ? List.of("UNIT_ASSUMED") : List.of());
  }

  @ParameterizedTest
  @CsvSource({
    "29.9, Cel, IMPLAUSIBLE",
    "43.1, Cel, IMPLAUSIBLE",
    "61, Cel, IMPLAUSIBLE",
    "85.9, [degF], IMPLAUSIBLE",
    "110, Cel, IMPLAUSIBLE UNIT_ASSUMED",
  })
  void whatCannotBeIsKeptVisibleAndCountsAsNotMeasured(String sent, String unit, String flags) {
    Map<String, Score> scores =
        scores(quantity("temperature", sent, unit), NO_MEDICINE, NO_STEROID);
    Score temperature = score(scores, "cart-temperature");
    assertThat(temperature.getMissingReason()).isEqualTo("out-of-range");
    assertThat(temperature.getFlags()).containsExactly(flags.split(" "));
    assertThat(temperature.getExplanation()).contains("not measured");
    assertThat(score(scores, "cart-fever").getMissingReason()).isEqualTo("out-of-range");
    assertThat(score(scores, "cart-crs-grade").getMissingReason()).isEqualTo("cannot-tell");
    assertThat(score(scores, "cart-crs-minimum-grade").getMissingReason()).isEqualTo("cannot-tell");
  }

  @ParameterizedTest
  @CsvSource({
    // temperature, antipyretic, steroid, systolic, oxygen; grade; part of why
    "37.9, false, false,    ,   , 0,",
    "37.9, false, false,  80, 80, 0,",
    "37.9, true , false, 120, 98,  , may hide a fever",
    "37.9, false, true , 120, 98,  , may hide a fever",
    "37.9, true ,      , 120, 98,  , may hide a fever",
    "37.9, false,      , 120, 98,  , was not answered",
    "37.9,      , false, 120, 98,  , was not answered",
    "38.0, false, false, 101, 96, 1,",
    "38.0, true , true , 101, 96, 1,",
    "38.0,      ,      , 101, 96, 1,",
    "38.0, false, false, 100, 96,  , vasopressor",
    "38.0, false, false, 101, 95,  , oxygen treatment",
    "40.2, false, false,    , 98,  , blood pressure was not measured",
    "40.2, false, false, 120,   ,  , oxygen saturation was not measured",
    "40.2, false, false, 310, 98,  , blood pressure was not measured",
    "40.2, false, false,   0, 98,  , blood pressure was not measured",
    "40.2, false, false, 120, 29,  , oxygen saturation was not measured",
    "40.2, false, false, 120,101,  , oxygen saturation was not measured",
    "    , false, false, 120, 98,  , temperature was not measured",
  })
  void crsIsGradedOnlyAsFarAsTheFactsGo(
      @Nullable String temperature,
      @Nullable Boolean antipyretic,
      @Nullable Boolean steroid,
      @Nullable String systolic,
      @Nullable String oxygen,
      @Nullable Integer grade,
      @Nullable String why) {
    List<Answer> answers =
        Stream.of(
                temperature == null ? null : quantity("temperature", temperature, "Cel"),
                antipyretic == null ? null : yesNo("antipyretic-6h", antipyretic),
                steroid == null ? null : yesNo("steroid-6h", steroid),
                systolic == null ? null : quantity("systolic", systolic, "mm[Hg]"),
                oxygen == null ? null : quantity("spo2", oxygen, "%"))
            .filter(Objects::nonNull)
            .toList();
    Score crs = score(TestScoring.scores(VectorsTest.HOME_CHECK, answers), "cart-crs-grade");
    assertThat(crs.getGrade()).isEqualTo(grade);
    if (why == null) {
      assertThat(crs.getExplanation()).isNull();
    } else {
      assertThat(crs.getMissingReason()).isEqualTo("cannot-tell");
      assertThat(crs.getExplanation()).contains(why);
    }
  }

  @ParameterizedTest
  @CsvFileSource(resources = "/vectors/ice_to_icans_grade.csv", numLinesToSkip = 1)
  void icePointsOfAPatientWhoIsAwake(int points, int grade) {
    List<Answer> answers = new ArrayList<>(List.of(option("ice", "ice-done")));
    answers.addAll(components(points));
    Map<String, Score> scores = scores(answers.toArray(Answer[]::new));
    assertThat(value(scores, "ice-total")).isEqualTo(points);
    assertThat(value(scores, "ice-at-most")).isEqualTo(points);
    assertThat(score(scores, "ice-at-most").getExplanation()).isNull();
    assertThat(score(scores, "cart-icans-grade-from-ice").getGrade()).isEqualTo(grade);
    assertThat(value(scores, "ice-not-possible")).isZero();

    Map<String, Score> baseline = TestScoring.scores(BASELINE, answers);
    assertThat(value(baseline, "ice-total")).isEqualTo(points);
    assertThat(value(baseline, "ice-at-most")).isEqualTo(points);
    assertThat(baseline).doesNotContainKeys("cart-temperature", "cart-crs-grade", "chills");
  }

  @ParameterizedTest
  @CsvSource({
    "ice-refused, 1, ,refused",
    "ice-no-carer, 2, ,Nobody",
    "ice-asleep-wakes, 3, ,asleep",
    "ice-cannot-be-woken, 4, 4,woken",
  })
  void whyTheIceWasNotDone(String option, int code, @Nullable Integer grade, String why) {
    List<Answer> answers = new ArrayList<>(List.of(option("ice", option)));
    answers.addAll(components(0)); // points beside it are not points
    for (List<Answer> sent : List.of(answers, answers.subList(0, 1))) {
      Map<String, Score> scores = scores(sent.toArray(Answer[]::new));
      assertThat(value(scores, "ice-not-possible")).isEqualTo(code);
      assertThat(score(scores, "ice-total").getMissingReason()).isEqualTo("incomplete");
      Score atMost = score(scores, "ice-at-most");
      assertThat(atMost.getMissingReason()).isEqualTo("cannot-tell");
      assertThat(atMost.getExplanation()).contains(why);
      Score icans = score(scores, "cart-icans-grade-from-ice");
      assertThat(icans.getGrade()).isEqualTo(grade);
      assertThat(icans.getMissingReason()).isEqualTo(grade == null ? "cannot-tell" : null);
      assertThat(icans.getExplanation()).contains(why);
    }
  }

  @Test
  void anIceWithOneComponentMissingHasNoTotal() {
    List<Answer> all = components(10);
    List<Answer> answers = new ArrayList<>(all.subList(1, all.size()));
    answers.add(option("ice", "ice-done"));
    Map<String, Score> scores = scores(answers.toArray(Answer[]::new));
    assertThat(score(scores, "ice-total").getMissingReason()).isEqualTo("incomplete");
    assertThat(score(scores, "cart-icans-grade-from-ice").getMissingReason())
        .isEqualTo("incomplete");
    assertThat(score(scores(option("ice", "ice-done")), "ice-total").getMissingReason())
        .isEqualTo("incomplete");
    assertThat(score(scores(), "ice-total").getMissingReason()).isEqualTo("not-answered");
  }

  /** Every component left out alone, and all but one: what was not answered counts full. */
  @Test
  void anIceThatBreaksOffSaysTheMostThatItCanBe() {
    for (List<Answer> said : List.of(List.of(option("ice", "ice-done")), List.<Answer>of())) {
      for (Answer component : components(0)) {
        int points = component.getLinkId().equals("ice-naming") ? 3 : 1;
        List<Answer> others = new ArrayList<>(components(0));
        others.remove(component);
        atMost(points, said, others);
        atMost(10 - points, said, List.of(component));
      }
      atMost(9, said, List.of(number("ice-year", 0), number("ice-month", 1)));
      // Nobody can read the month: that may be a point as well.
      atMost(9, said, List.of(number("ice-year", 0), number("ice-month", 7)));
    }
  }

  private static void atMost(int points, List<Answer> said, List<Answer> components) {
    List<Answer> answers = Stream.concat(said.stream(), components.stream()).toList();
    for (String form : List.of(VectorsTest.HOME_CHECK, BASELINE)) {
      Map<String, Score> scores = TestScoring.scores(form, answers);
      assertThat(value(scores, "ice-at-most")).as(answers.toString()).isEqualTo(points);
      assertThat(score(scores, "ice-at-most").getExplanation()).contains("not answered");
      assertThat(score(scores, "ice-total").getValue()).isNull();
    }
  }

  @Test
  void theMostOfAnIceWithoutAnyComponentIsNotKnown() {
    for (Map<String, Score> scores : List.of(scores(option("ice", "ice-done")), scores())) {
      Score atMost = score(scores, "ice-at-most");
      assertThat(atMost.getMissingReason()).isEqualTo("not-answered");
      assertThat(atMost.getDirection()).isEqualTo("HIGHER_BETTER");
      assertThat(atMost.getMinimum()).isZero();
      assertThat(atMost.getMaximum()).isEqualTo(10);
    }
  }

  @Test
  void contradictionsAreNotResolved() {
    Map<String, Score> scores =
        scores(
            quantity("temperature", "36.6", "Cel"),
            quantity("temperature", "39.6", "Cel"),
            option("ice", "ice-done"),
            option("ice", "ice-cannot-be-woken"));
    assertThat(score(scores, "cart-temperature").getMissingReason()).isEqualTo("cannot-tell");
    assertThat(score(scores, "ice-not-possible").getMissingReason()).isEqualTo("cannot-tell");
    assertThat(score(scores, "cart-icans-grade-from-ice").getMissingReason())
        .isEqualTo("cannot-tell");
    assertThat(
            value(
                scores(
                    quantity("temperature", "38.0", "Cel"),
                    quantity("temperature", "38.00", "Cel"),
                    quantity("temperature", "100.4", "[degF]")),
                "cart-temperature"))
        .isEqualTo(38.0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1e999999999",
        "1e-999999999",
        "-1e2147483646",
        "1e2147483648",
        "1e2147483647",
        "thirty-eight",
        ""
      })
  void aNumberThatNobodyMeansIsUnclear(String sent) {
    for (String unit : List.of("Cel", "[degF]")) {
      Map<String, Score> scores =
          scores(quantity("temperature", sent, unit), quantity("systolic", sent, "mm[Hg]"));
      assertThat(score(scores, "cart-temperature").getMissingReason()).isEqualTo("cannot-tell");
      assertThat(score(scores, "systolic").getMissingReason()).isEqualTo("cannot-tell");
    }
  }

  @ParameterizedTest
  @CsvSource({
    // item, unit, below, lowest, highest, above, what a higher value means
    "systolic, mm[Hg], 19.9, 20, 300, 300.1, HIGHER_BETTER",
    "diastolic, mm[Hg], 9.9, 10, 250, 250.1, HIGHER_BETTER",
    "pulse, /min, 9, 10, 300, 301, NONE",
    "spo2, %, 29, 30, 100, 100.1, HIGHER_BETTER",
  })
  void whatNoDeviceMeasuresCountsAsNotMeasured(
      String item,
      String unit,
      String below,
      String lowest,
      String highest,
      String above,
      String direction) {
    for (String sent : List.of(below, above, "-1", "0", "1e30")) {
      Score score = score(scores(quantity(item, sent, unit)), item);
      assertThat(score.getMissingReason()).as(sent).isEqualTo("out-of-range");
      assertThat(score.getFlags()).containsExactly("IMPLAUSIBLE");
      assertThat(score.getExplanation())
          .isEqualTo("Outside of %s to %s %s: counted as not measured", lowest, highest, unit);
    }
    for (String sent : List.of(lowest, highest)) {
      Score score = score(scores(quantity(item, sent, unit)), item);
      assertThat(score.getValue()).isEqualTo(Double.valueOf(sent));
      assertThat(score.getFlags()).isEmpty();
      assertThat(score.getMinimum()).isEqualTo(Double.valueOf(lowest));
      assertThat(score.getMaximum()).isEqualTo(Double.valueOf(highest));
      assertThat(score.getDirection()).isEqualTo(direction);
    }
  }

  @Test
  void rawAnswersAreScales() {
    Map<String, Score> scores =
        scores(
            yesNo("confusion", true),
            yesNo("chills", false),
            chosen("breathless", 2),
            quantity("systolic", "88.5", "mm[Hg]"),
            quantity("pulse", "131", "/min"),
            quantity("diastolic", "10", "kPa"));
    assertThat(value(scores, "confusion")).isEqualTo(1);
    assertThat(value(scores, "chills")).isZero();
    assertThat(value(scores, "breathless")).isEqualTo(2);
    assertThat(value(scores, "systolic")).isEqualTo(88.5);
    assertThat(value(scores, "pulse")).isEqualTo(131);
    assertThat(score(scores, "diastolic").getMissingReason()).isEqualTo("cannot-tell");
    assertThat(score(scores, "seizure").getMissingReason()).isEqualTo("not-answered");
    assertThat(score(scores, "confusion").getGrade()).isNull();
    assertThat(score(scores, "confusion").getDirection()).isEqualTo("HIGHER_WORSE");
  }

  /** As many points as wanted, the three names first. */
  private static List<Answer> components(int points) {
    List<Answer> answers = new ArrayList<>(List.of(number("ice-naming", Math.min(points, 3))));
    List<String> others =
        List.of("year", "month", "city", "hospital", "command", "writing", "attention");
    for (int i = 0; i < others.size(); i++) {
      answers.add(number("ice-" + others.get(i), points - 3 > i ? 1 : 0));
    }
    return answers;
  }

  private static Map<String, Score> scores(Answer... answers) {
    return TestScoring.scores(VectorsTest.HOME_CHECK, Arrays.asList(answers));
  }

  private static Score score(Map<String, Score> scores, String scale) {
    return Objects.requireNonNull(scores.get(scale), scale);
  }

  private static double value(Map<String, Score> scores, String scale) {
    return Objects.requireNonNull(score(scores, scale).getValue(), scale);
  }
}
