package org.procart.intake.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RevisionTest {

  @ParameterizedTest
  @CsvSource({
    // stored status, its completeness, new status, its completeness: what becomes of the new one
    "IN_PROGRESS, PARTIAL, IN_PROGRESS, PARTIAL, NEXT",
    "IN_PROGRESS, PARTIAL, COMPLETED, COMPLETE, NEXT",
    "IN_PROGRESS, PARTIAL, COMPLETED, SALVAGED, NEXT",
    "IN_PROGRESS, PARTIAL, AMENDED, COMPLETE, NEXT",
    "IN_PROGRESS, PARTIAL, ENTERED_IN_ERROR, COMPLETE, NEXT",
    "COMPLETED, COMPLETE, AMENDED, COMPLETE, NEXT",
    "COMPLETED, COMPLETE, ENTERED_IN_ERROR, COMPLETE, NEXT",
    "AMENDED, COMPLETE, AMENDED, COMPLETE, NEXT",
    "AMENDED, COMPLETE, ENTERED_IN_ERROR, COMPLETE, NEXT",
    "COMPLETED, COMPLETE, COMPLETED, COMPLETE, CONFLICT",
    "COMPLETED, COMPLETE, COMPLETED, SALVAGED, CONFLICT",
    "COMPLETED, COMPLETE, IN_PROGRESS, PARTIAL, CONFLICT",
    "AMENDED, COMPLETE, COMPLETED, COMPLETE, CONFLICT",
    "ENTERED_IN_ERROR, COMPLETE, COMPLETED, COMPLETE, CONFLICT",
    // The corrected resend of a report that could not be read in full.
    "COMPLETED, SALVAGED, COMPLETED, COMPLETE, NEXT",
    "COMPLETED, SALVAGED, COMPLETED, SALVAGED, NEXT",
    "COMPLETED, UNREADABLE, COMPLETED, COMPLETE, NEXT",
    // A good report is not replaced by one that cannot be read in full.
    "COMPLETED, COMPLETE, AMENDED, SALVAGED, BESIDE",
    "COMPLETED, COMPLETE, AMENDED, UNREADABLE, BESIDE",
  })
  void aVersionReplacesOrStandsBeside(
      ReportStatus stored,
      Completeness storedCompleteness,
      ReportStatus sent,
      Completeness completeness,
      String expected) {
    // Given
    Version first = version(0, stored, storedCompleteness, true);

    // When
    Revision revision = Revision.of(List.of(first), "other", sent, completeness);

    // Then
    assertThat(revision)
        .isEqualTo(
            switch (expected) {
              case "NEXT" -> new Revision.Next(1, first);
              case "CONFLICT" -> new Revision.Beside(1, true);
              default -> new Revision.Beside(1, false);
            });
  }

  @Test
  void theFirstVersionReplacesNothing() {
    assertThat(Revision.of(List.of(), "any", ReportStatus.AMENDED, Completeness.COMPLETE))
        .isEqualTo(new Revision.Next(0, null));
  }

  @Test
  void theSameContentIsARepeatHoweverManyVersionsCameSince() {
    // Given
    Version first = version(0, ReportStatus.IN_PROGRESS, Completeness.PARTIAL, true);
    Version second = version(1, ReportStatus.COMPLETED, Completeness.COMPLETE, true);

    // When
    Revision revision =
        Revision.of(
            List.of(first, second),
            first.content(),
            ReportStatus.IN_PROGRESS,
            Completeness.PARTIAL);

    // Then
    assertThat(revision).isEqualTo(new Revision.Repeat(first));
  }

  @Test
  void whatStoodBesideIsNeverReplaced() {
    // Given
    List<Version> versions = new ArrayList<>();
    versions.add(version(0, ReportStatus.COMPLETED, Completeness.COMPLETE, true));
    versions.add(version(1, ReportStatus.COMPLETED, Completeness.CONFLICTING, false));

    // When
    Revision revision = Revision.of(versions, "other", ReportStatus.AMENDED, Completeness.COMPLETE);

    // Then
    assertThat(revision).isEqualTo(new Revision.Next(2, versions.getFirst()));
  }

  private static Version version(
      int number, ReportStatus status, Completeness completeness, boolean current) {
    return new Version(
        number,
        "content-" + number,
        "event-" + number,
        "receipt-" + number,
        Instant.EPOCH,
        status,
        completeness,
        current,
        null,
        201);
  }
}
