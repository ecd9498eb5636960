package org.procart.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.procart.simulator.plan.Kind;
import org.procart.simulator.plan.Line;
import org.procart.simulator.report.DayTruth;
import org.procart.simulator.report.Reporter;
import org.procart.simulator.table.ReportingTable;

/** Who reports, when, and what is missing. */
class PlanTest {

  private static final ReportingTable REPORTING = TestCohort.TABLES.reporting();
  private static final List<Line> LINES = TestCohort.lines(1500, 31);

  @Test
  void patientsReportAsOftenAsPublishedWhenNothingIsTheMatter() {
    List<Line> due = dueDaily(line -> grade(line) == 0 && !inHospital(line));
    double expected =
        due.stream().mapToDouble(line -> REPORTING.dailyShare(line.day())).average().orElseThrow();

    // Days of one patient are alike, so the interval is wider than the binomial one.
    assertThat(made(due).value()).isCloseTo(expected, within(0.02));
  }

  @Test
  void nineOfTenWeeklySurveysAreAnswered() {
    List<Line> due =
        firsts(Kind.WEEKLY)
            .filter(line -> line.patient().icansGradeOn(line.day()) == 0 && !inHospital(line))
            .toList();

    assertThat(made(due).value()).isCloseTo(0.91, within(0.02));
  }

  @Test
  void moreIsMissingWithIcansAndMoreTheWorseItIs() {
    double without = made(dueDaily(line -> grade(line) == 0 && !inHospital(line))).value();
    double grade1 = made(dueDaily(line -> grade(line) == 1 && !inHospital(line))).value();
    double grade2 = made(dueDaily(line -> grade(line) == 2 && !inHospital(line))).value();
    double grade3 = made(dueDaily(line -> grade(line) >= 3 && !inHospital(line))).value();

    assertThat(grade1).isLessThan(0.7 * without);
    assertThat(grade2).isLessThan(0.6 * grade1);
    assertThat(grade3).isLessThan(0.5 * grade2);
  }

  @Test
  void moreIsMissingWithIcansAlsoWhereACarerReportsInstead() {
    assertThat(silent(line -> grade(line) > 0 && !inHospital(line)))
        .isGreaterThan(1.1 * silent(line -> grade(line) == 0 && !inHospital(line)));
  }

  @Test
  void carersReportMoreOftenWithIcans() {
    assertThat(carers(line -> grade(line) > 0 && !inHospital(line)))
        .isGreaterThan(1.5 * carers(line -> grade(line) == 0 && !inHospital(line)));
  }

  @Test
  void fromHospitalNobodySendsAHomeCheck() {
    assertThat(LINES.stream().filter(PlanTest::inHospital).filter(Line.Report.class::isInstance))
        .isEmpty();
    assertThat(
            LINES.stream()
                .filter(PlanTest::inHospital)
                .filter(line -> line.kind() == Kind.HOME_CHECK))
        .isNotEmpty()
        .allMatch(
            line -> line instanceof Line.Missing missing && missing.why() == Line.Why.IN_HOSPITAL);
  }

  @Test
  void someAreSentTwiceAndTheyAreTheSame() {
    Map<String, Line.Report> first = new HashMap<>();
    reports()
        .filter(report -> report.copy() == 1)
        .forEach(report -> first.put(report.id(), report));

    new Share(reports().filter(Line.Report::duplicate).count(), first.size())
        .mustFit(REPORTING.duplicate().value(), "sent twice");
    assertThat(reports().filter(Line.Report::duplicate))
        .allSatisfy(
            again -> {
              Line.Report original = first.get(again.id());
              assertThat(again.answers()).isEqualTo(original.answers());
              assertThat(again.authored()).isEqualTo(original.authored());
              assertThat(again.at()).isAfter(original.at());
            });
  }

  @Test
  void someAreSentLate() {
    List<Line.Report> originals = reports().filter(report -> report.copy() == 1).toList();

    new Share(
            originals.stream().filter(report -> delay(report) > 30 * 60).count(), originals.size())
        .mustFit(REPORTING.late().value(), "late");
  }

  @Test
  void someArriveOutOfOrder() {
    Map<String, OffsetDateTime> newest = new HashMap<>();
    long overtaken =
        reports()
            .filter(report -> report.copy() == 1 && report.by() == Reporter.PATIENT)
            .filter(
                report -> {
                  OffsetDateTime before = newest.get(report.patient().id());
                  newest.merge(
                      report.patient().id(), report.authored(), (a, b) -> a.isAfter(b) ? a : b);
                  return before != null && before.isAfter(report.authored());
                })
            .count();

    assertThat(new Share(overtaken, reports().count()).value()).isBetween(0.003, 0.03);
  }

  @Test
  void everyDueReportIsSentOrSaidToBeMissing() {
    assertThat(firsts(Kind.HOME_CHECK).map(Line::id).distinct()).hasSize(1500 * 31);
    assertThat(firsts(Kind.WEEKLY).map(Line::id).distinct()).hasSize(1500 * 5);
  }

  @Test
  void aCarerReportsOnlyWhereThereIsOne() {
    assertThat(reports().filter(report -> report.by() == Reporter.CARER))
        .isNotEmpty()
        .allMatch(report -> report.patient().carerId() != null && report.kind() == Kind.HOME_CHECK);
  }

  @Test
  void reportsAreAuthoredOnTheirDayInThePatientsZone() {
    assertThat(reports())
        .allMatch(
            report ->
                report
                    .authored()
                    .atZoneSameInstant(report.patient().zone())
                    .toLocalDate()
                    .equals(report.patient().infusionDate().plusDays(report.day())));
  }

  @Test
  void theSameSeedMakesTheSameReportsAndMoreDaysChangeNoEarlierOne() {
    List<String> month = TestCohort.lines(7, 40, 31).stream().map(PlanTest::told).toList();
    List<String> quarter = TestCohort.lines(7, 40, 91).stream().map(PlanTest::told).toList();

    assertThat(TestCohort.lines(7, 40, 31).stream().map(PlanTest::told)).isEqualTo(month);
    assertThat(quarter).containsAll(month);
    assertThat(TestCohort.lines(8, 40, 31).stream().map(PlanTest::told)).isNotEqualTo(month);
  }

  @Test
  void afterDay90SurveysAreDueEveryThirtyDays() {
    assertThat(Kind.WEEKLY.dueDays(181))
        .containsExactly(0, 7, 14, 21, 28, 35, 42, 49, 56, 63, 70, 77, 84, 120, 150, 180);
    assertThat(Kind.HOME_CHECK.dueDays(400)).hasSize(31).contains(0, 30);
    assertThat(Kind.HOME_CHECK.dueDays(3)).containsExactly(0, 1, 2);
  }

  private static String told(Line line) {
    return line.toString();
  }

  private static Stream<Line.Report> reports() {
    return LINES.stream().filter(Line.Report.class::isInstance).map(Line.Report.class::cast);
  }

  /** What was due of the patient: the first copy of a report, or that there was none. */
  private static Stream<Line> firsts(Kind kind) {
    return LINES.stream()
        .filter(line -> line.kind() == kind && line.copy() == 1)
        .filter(line -> !(line instanceof Line.Report report && report.by() == Reporter.CARER));
  }

  private static List<Line> dueDaily(Predicate<Line> which) {
    return firsts(Kind.HOME_CHECK).filter(which).toList();
  }

  private static Share made(List<Line> due) {
    return new Share(due.stream().filter(Line.Report.class::isInstance).count(), due.size());
  }

  /** Share of days on which nobody reports. */
  private static double silent(Predicate<Line> which) {
    List<Line> due = dueDaily(which);
    long silent =
        due.stream()
            .filter(line -> line instanceof Line.Missing missing && !missing.carerReports())
            .count();
    return new Share(silent, due.size()).value();
  }

  private static double carers(Predicate<Line> which) {
    long carers =
        reports()
            .filter(report -> report.copy() == 1 && report.by() == Reporter.CARER)
            .filter(which)
            .count();
    return new Share(carers, dueDaily(which).size()).value();
  }

  private static int grade(Line line) {
    return line.truth() instanceof DayTruth day ? day.icansGrade() : 0;
  }

  private static boolean inHospital(Line line) {
    return line.patient().inHospitalOn(line.day());
  }

  private static long delay(Line.Report report) {
    return Duration.between(report.authored(), report.at()).toSeconds();
  }
}
