package org.procart.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.procart.simulator.plan.Kind;
import org.procart.simulator.plan.Line;
import org.procart.simulator.plan.Plan;
import org.procart.simulator.report.Answer;
import org.procart.simulator.report.Survey;

/** Symptoms over time against what is published. */
class SurveyTest {

  private static final Plan PLAN = new Plan(TestCohort.TABLES, TestCohort.CATALOGUE);
  private static final List<Line> LINES = PLAN.of(TestCohort.patients(2000), 181);

  @Test
  void halfHaveASevereSymptomInWeekOneAndAQuarterInMonthSix() {
    severe(7).mustFit(0.52, "severe, week 1");
    severe(180).mustFit(0.28, "severe, month 6");
  }

  @Test
  void symptomsAreWorstOnDay14() {
    Map<Integer, Double> means = new TreeMap<>();
    Kind.WEEKLY.dueDays(181).forEach(day -> means.put(day, mean(day)));

    assertThat(means.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey())
        .as(means.toString())
        .isEqualTo(14);
    assertThat(means.get(84)).isLessThan(means.get(28));
  }

  @Test
  void theFiveTopTermsOfDay14AreThePublishedOnes() {
    Map<String, Double> byTerm =
        surveys(14)
            .flatMap(survey -> survey.levels().entrySet().stream())
            .collect(
                Collectors.groupingBy(
                    Map.Entry::getKey, Collectors.averagingInt(Map.Entry::getValue)));
    Set<String> top =
        byTerm.entrySet().stream()
            .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder()))
            .limit(5)
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet());

    // Fatigue, decreased appetite, dry mouth, diarrhoea, concentration.
    assertThat(top).as(byTerm.toString()).containsExactlyInAnyOrder("53", "08", "01", "16", "46");
  }

  @Test
  void aboutAThirdOfSurveysAlert() {
    long alerts = 0;
    long surveys = 0;
    Map<String, Map<String, Integer>> previous = new HashMap<>();
    for (Line.Report report : answered()) {
      if (report.day() > 90) {
        continue;
      }
      Map<String, Integer> now = values(report);
      Map<String, Integer> before = previous.put(report.patient().id(), now);
      surveys++;
      if (severeAnswer(now) || (before != null && worse(before, now))) {
        alerts++;
      }
    }

    // PRO-TECT: 34 per cent of weekly surveys, answers of 3 or more, or worse by 2.
    assertThat(alerts / (double) surveys).isBetween(0.30, 0.40);
  }

  @Test
  void aQuestionThatIsNotOpenIsNotAnswered() {
    assertThat(answered())
        .allSatisfy(
            report ->
                report
                    .answers()
                    .keySet()
                    .forEach(
                        linkId -> {
                          String first = linkId.substring(0, 11) + "a-";
                          String opener =
                              report.answers().keySet().stream()
                                  .filter(other -> other.startsWith(first))
                                  .findFirst()
                                  .orElseThrow();
                          if (!linkId.equals(opener)) {
                            assertThat(value(report, opener)).as(linkId).isPositive();
                          }
                        }));
  }

  private static Share severe(int day) {
    return new Share(surveys(day).filter(Survey::severe).count(), surveys(day).count());
  }

  private static double mean(int day) {
    return surveys(day)
        .flatMap(survey -> survey.levels().values().stream())
        .mapToInt(Integer::intValue)
        .average()
        .orElseThrow();
  }

  /** Of all patients, whether they answered or not. */
  private static Stream<Survey> surveys(int day) {
    return LINES.stream()
        .filter(line -> line.day() == day && line.copy() == 1)
        .map(Line::truth)
        .filter(Survey.class::isInstance)
        .map(Survey.class::cast);
  }

  private static List<Line.Report> answered() {
    return LINES.stream()
        .filter(line -> line.kind() == Kind.WEEKLY && line.copy() == 1)
        .filter(Line.Report.class::isInstance)
        .map(Line.Report.class::cast)
        .sorted(Comparator.comparing(Line.Report::authored))
        .toList();
  }

  private static Map<String, Integer> values(Line.Report report) {
    Map<String, Integer> values = new HashMap<>();
    report.answers().keySet().forEach(linkId -> values.put(linkId, value(report, linkId)));
    return values;
  }

  private static int value(Line.Report report, String linkId) {
    String code = ((Answer.Choice) report.answers().get(linkId)).code();
    return Integer.parseInt(code.substring(code.length() - 1));
  }

  private static boolean severeAnswer(Map<String, Integer> answers) {
    return answers.values().stream().anyMatch(value -> value >= 3);
  }

  private static boolean worse(Map<String, Integer> before, Map<String, Integer> now) {
    return now.entrySet().stream()
        .anyMatch(entry -> entry.getValue() - before.getOrDefault(entry.getKey(), 0) >= 2);
  }
}
