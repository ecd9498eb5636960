package org.procart.notification.oncall;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.procart.notification.calendar.Named;

class CalendarPeopleTest {

  private static final List<StaffMember> STAFF =
      List.of(
          CalendarFilesTest.member("ann", "Ann Day"),
          CalendarFilesTest.member("ben", "Ben Night"),
          CalendarFilesTest.member("ann-2", "Sam Same"),
          CalendarFilesTest.member("ann-3", "Sam Same"));

  @Test
  void anAttendeeGoesBeforeTheTitle() {
    assertThat(who("Ben Night", null, "ann@ward.example")).containsExactly("ann");
    assertThat(who("Ben Night", null, "stranger@ward.example")).containsExactly("ben");
  }

  @Test
  void whoWroteTheEventIsOnOnlyWhenNobodyElseIs() {
    assertThat(who("Duty", "ann@ward.example", "ann@ward.example", "ben@ward.example"))
        .containsExactly("ben");
    assertThat(who("Duty", "ann@ward.example", "ann@ward.example")).containsExactly("ann");
  }

  @Test
  void caseAndSpacesDoNotCount() {
    assertThat(who("  aNN   day ", null)).containsExactly("ann");
    assertThat(who("ANN-2", null)).containsExactly("ann-2");
  }

  @Test
  void aNameOfTwoPeopleIsNobodysAndSoIsAStrangers() {
    assertThat(who("Sam Same", null)).isEmpty();
    assertThat(who("Christmas party", null)).isEmpty();
    assertThat(who("", null)).isEmpty();
  }

  @Test
  void theSitesOwnWordsCountLast() {
    assertThat(who("Night team (B)", null)).containsExactly("ben");
    assertThat(who("Duty", null, "bank@agency.example")).containsExactly("ann");
  }

  private static List<String> who(String summary, @Nullable String organizer, String... attendees) {
    Map<String, String> people = Map.of("night team*", "ben", "bank@agency.example", "ann");
    return new CalendarPeople(STAFF, people)
        .who(new Named("uid", summary, List.of(attendees), organizer));
  }
}
