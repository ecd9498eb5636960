package org.procart.alerting.adherence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.procart.alerting.history.TestReports.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.procart.alerting.history.ScoredReport;
import org.procart.alerting.history.TestReports;
import org.procart.alerting.patient.Patient.Carer;

/** Who hears, and when, that a planned report did not come. */
class VigilTest {

  private final TestWatch watch = new TestWatch();

  @BeforeEach
  void underWatchSinceTheInfusion() {
    watch.unchangedSince(watch.day(0, 7, 0));
  }

  @Test
  void patientCarerAndNurseHearOneAfterTheOther() {
    answered(0, 1, 2);
    assertThat(watch.pass(watch.day(3, 10, 59))).isEmpty();
    assertThat(watch.pass(watch.day(3, 11, 0))).containsExactly("PATIENT day 3 [patient-1]");
    assertThat(watch.pass(watch.day(3, 11, 59))).isEmpty();
    assertThat(watch.pass(watch.day(3, 12, 0))).containsExactly("CARER day 3 [carer-1]");
    assertThat(watch.pass(watch.day(3, 12, 59))).isEmpty();
    assertThat(watch.pass(watch.day(3, 13, 0))).containsExactly("NURSE day 3 RED 1");
    assertThat(watch.pass(watch.day(3, 23, 0))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"14, 12, 13, RED", "15, 13, 17, AMBER", "30, 13, 17, AMBER"})
  void fromTheThirdWeekOnThereIsMoreTime(int day, int carerAt, int nurseAt, String level) {
    answeredUntil(day);

    assertThat(watch.pass(watch.day(day, 11, 0))).hasSize(1);
    assertThat(watch.pass(watch.day(day, carerAt - 1, 59))).isEmpty();
    assertThat(watch.pass(watch.day(day, carerAt, 0))).hasSize(1);
    assertThat(watch.pass(watch.day(day, nurseAt - 1, 59))).isEmpty();
    assertThat(watch.pass(watch.day(day, nurseAt, 0)))
        .containsExactly("NURSE day " + day + " " + level + " 1");
  }

  @Test
  void theWeeklyReportIsWaitedForForDays() {
    for (int day = 0; day <= 30; day++) {
      answered(day);
    }
    weekly(7, 14, 21);

    assertThat(watch.pass(watch.day(29, 10, 59))).isEmpty();
    assertThat(watch.pass(watch.day(29, 11, 0))).containsExactly("PATIENT day 28 [patient-1]");
    assertThat(watch.pass(watch.day(30, 11, 0))).containsExactly("CARER day 28 [carer-1]");
    assertThat(watch.pass(watch.day(31, 10, 59))).isEmpty();
    assertThat(watch.pass(watch.day(31, 11, 0))).containsExactly("NURSE day 28 AMBER 1");
  }

  @Test
  void whoeverAnswersBreaksTheSilence() {
    answered(0, 1, 2);
    watch.pass(watch.day(3, 11, 0));
    watch.sent(daily("late").by("CARER", "carer-1").at(watch.day(3, 11, 30)).build());

    assertThat(watch.pass(watch.day(3, 23, 0))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"PARTIAL", "UNREADABLE"})
  void whatIsNoAnswerDoesNotBreakIt(String completeness) {
    answered(0, 1, 2);
    watch.sent(daily("part").completeness(completeness).at(watch.day(3, 9, 0)).build());

    assertThat(watch.pass(watch.day(3, 11, 0))).containsExactly("PATIENT day 3 [patient-1]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"SALVAGED", "CONFLICTING", "COMPLETE"})
  void whatCanBeReadBreaksIt(String completeness) {
    answered(0, 1, 2);
    watch.sent(daily("read").completeness(completeness).at(watch.day(3, 9, 0)).build());

    assertThat(watch.pass(watch.day(3, 13, 0))).isEmpty();
  }

  @Test
  void aReportOfAnotherDayOrAnotherFormOrInErrorDoesNotBreakIt() {
    answered(0, 1);
    watch.sent(daily("yesterday").at(watch.day(2, 23, 59)).build());
    watch.sent(report("weekly").instrument(TestWatch.WEEKLY).at(watch.day(3, 9, 0)).build());
    watch.sent(daily("wrong").at(watch.day(3, 9, 0)).build());
    watch.sent(
        daily("error")
            .status("entered-in-error")
            .replacing("wrong")
            .at(watch.day(3, 9, 0))
            .build());

    assertThat(watch.pass(watch.day(3, 11, 0))).containsExactly("PATIENT day 3 [patient-1]");
  }

  @Test
  void whoCannotBeReachedIsNotWaitedFor() {
    answered(0, 1, 2);
    assertThat(watch.pass(watch.day(3, 11, 0))).hasSize(1);
    watch.reachedNobody(3, Stage.PATIENT);

    assertThat(watch.pass(watch.day(3, 11, 1))).containsExactly("CARER day 3 [carer-1]");
    assertThat(watch.pass(watch.day(3, 11, 59))).isEmpty();
    assertThat(watch.pass(watch.day(3, 12, 0))).containsExactly("NURSE day 3 RED 1");
  }

  @Test
  void withNobodyToRemindTheNurseHearsAtOnce() {
    answered(0, 1, 2);
    watch.carers();
    watch.pass(watch.day(3, 11, 0));
    watch.reachedNobody(3, Stage.PATIENT);

    assertThat(watch.pass(watch.day(3, 11, 1)))
        .containsExactly("CARER day 3 nobody", "NURSE day 3 RED 1");
  }

  @Test
  void onlyCarersWithAnEntryForThatDayAreAsked() {
    answered(0, 1, 2);
    LocalDate day = TestWatch.INFUSION.plusDays(3);
    watch.carers(
        new Carer("gone", null, day.minusDays(1)),
        new Carer("today", day, day),
        new Carer("later", day.plusDays(1), null));
    watch.pass(watch.day(3, 11, 0));

    assertThat(watch.pass(watch.day(3, 12, 0))).containsExactly("CARER day 3 [today]");
  }

  @Test
  void peopleAreRemindedWhenTheyAreAwakeAndTheNurseAtAnyHour() {
    // Expected by 11:00, but the platform could not be reached until 20:30.
    answered(0, 1, 2);
    watch.covered(watch.day(3, 20, 30), Instant.MAX);

    assertThat(watch.pass(watch.day(3, 21, 30))).isEmpty();
    assertThat(watch.nextDue(watch.day(3, 21, 30))).isEqualTo(watch.day(3, 23, 30));
    assertThat(watch.pass(watch.day(3, 23, 30))).containsExactly("NURSE day 3 RED 1");
  }

  @Test
  void whileIntakeWasAwayNobodyIsChasedAndAfterwardsEverybodyHasTime() {
    answered(0, 1, 2);
    watch.covered(Instant.EPOCH, watch.day(3, 9, 0));
    assertThat(watch.pass(watch.day(3, 16, 0))).isEmpty();
    assertThat(watch.lookAt(watch.day(3, 16, 0)).blocked()).isTrue();

    watch.covered(watch.day(3, 14, 0), Instant.MAX);
    assertThat(watch.pass(watch.day(3, 14, 59))).isEmpty();
    assertThat(watch.pass(watch.day(3, 15, 0))).containsExactly("PATIENT day 3 [patient-1]");
    assertThat(watch.pass(watch.day(3, 16, 0))).containsExactly("CARER day 3 [carer-1]");
    assertThat(watch.pass(watch.day(3, 17, 0))).containsExactly("NURSE day 3 RED 1");
  }

  @Test
  void whatLiesInTheBacklogIsNotTakenForSilence() {
    answered(0, 1, 2);
    watch.covered(Instant.EPOCH, watch.day(3, 10, 59));
    Look look = watch.lookAt(watch.day(3, 11, 30));

    assertThat(look.acts()).isEmpty();
    assertThat(look.blocked()).isTrue();
    watch.covered(Instant.EPOCH, watch.day(3, 11, 0));
    assertThat(watch.pass(watch.day(3, 11, 30))).hasSize(1);
  }

  @Test
  void aShortGapInTheMorningChangesNothing() {
    answered(0, 1, 2);
    watch.covered(watch.day(3, 9, 59), Instant.MAX);

    assertThat(watch.pass(watch.day(3, 11, 0))).hasSize(1);
  }

  @Test
  void whatWasExpectedBeforeThePatientCameUnderWatchIsNotMissed() {
    watch.unchangedSince(watch.day(3, 11, 1));

    assertThat(watch.pass(watch.day(3, 20, 0))).isEmpty();
    assertThat(watch.pass(watch.day(4, 11, 0))).containsExactly("PATIENT day 4 [patient-1]");
  }

  @Test
  void whoCameUnderWatchThisMorningHasAnHour() {
    watch.unchangedSince(watch.day(3, 10, 30));

    assertThat(watch.pass(watch.day(3, 11, 29))).isEmpty();
    assertThat(watch.pass(watch.day(3, 11, 30))).containsExactly("PATIENT day 3 [patient-1]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"IN_HOSPITAL", "COMPLETED", "WITHDRAWN", "DECEASED", ""})
  void nobodyIsWaitedForWhoIsNotAtHome(String status) {
    watch.status(status);

    assertThat(watch.lookAt(watch.day(3, 23, 0))).isEqualTo(Look.NOTHING);
  }

  @Test
  void norWithoutConsentNorProofsOfLife() {
    assertThat(new TestWatch().withoutConsent().lookAt(watch.day(3, 23, 0)))
        .isEqualTo(Look.NOTHING);
    assertThat(new TestWatch().synthetic().lookAt(watch.day(3, 23, 0))).isEqualTo(Look.NOTHING);
  }

  @Test
  void secondAndThirdDaysInARowAreCounted() {
    answered(0, 1, 2);
    watch.pass(watch.day(3, 13, 0));

    assertThat(watch.pass(watch.day(4, 13, 0))).containsExactly("NURSE day 4 RED 2");
    answered(5);
    assertThat(watch.pass(watch.day(6, 13, 0)))
        .containsExactly("CAME day 3 day-5", "CAME day 4 day-5", "NURSE day 6 RED 1");
  }

  @Test
  void afterALongOutageOfOursEachMissedDayIsToldAndNobodyIsRemindedOfOldOnes() {
    answered(0, 1, 2);

    assertThat(watch.pass(watch.day(5, 9, 0)))
        .containsExactly("NURSE day 3 RED 1", "NURSE day 4 RED 2");
  }

  @Test
  void aReportThatCameAfterTheNurseHeardIsNoted() {
    answered(0, 1, 2);
    watch.pass(watch.day(3, 13, 0));
    assertThat(watch.nextDue(watch.day(3, 13, 0))).isEqualTo(watch.day(3, 13, 5));
    watch.sent(daily("came").at(watch.day(3, 14, 0)).build());

    assertThat(watch.pass(watch.day(3, 14, 5))).containsExactly("CAME day 3 came");
    assertThat(watch.pass(watch.day(3, 14, 10))).isEmpty();
  }

  @Test
  void theNextLookIsWhenSomethingIsDue() {
    answered(0, 1, 2);

    assertThat(watch.nextDue(watch.day(3, 7, 0))).isEqualTo(watch.day(3, 11, 0));
    watch.pass(watch.day(3, 11, 0));
    assertThat(watch.nextDue(watch.day(3, 11, 0))).isEqualTo(watch.day(3, 12, 0));
    answered(3);
    assertThat(watch.nextDue(watch.day(3, 11, 0))).isEqualTo(watch.day(4, 11, 0));
    assertThat(watch.nextDue(watch.day(200, 11, 0))).isNull();
  }

  @Test
  void nobodyIsRemindedOfWhatIsClosed() {
    answered(0, 1, 2);
    watch.covered(watch.day(4, 11, 30), Instant.MAX); // day 3 closed at 12:00 of day 4

    List<String> done = new ArrayList<>(watch.pass(watch.day(4, 12, 30)));
    assertThat(done).containsExactly("PATIENT day 4 [patient-1]");
  }

  private void answered(int... days) {
    for (int day : days) {
      watch.sent(daily("day-" + day).at(watch.day(day, 9, 0)).build());
    }
  }

  private void answeredUntil(int day) {
    for (int each = 0; each < day; each++) {
      answered(each);
    }
    weekly(7, 14, 21, 28);
  }

  private void weekly(int... days) {
    for (int day : days) {
      ScoredReport report =
          report("week-" + day).instrument(TestWatch.WEEKLY).at(watch.day(day, 9, 0)).build();
      watch.sent(report);
    }
  }

  private static TestReports daily(String id) {
    return report(id).instrument(TestWatch.DAILY);
  }
}
