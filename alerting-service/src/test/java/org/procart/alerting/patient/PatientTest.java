package org.procart.alerting.patient;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.procart.alerting.patient.Patient.Therapy;

class PatientTest {

  @ParameterizedTest
  @CsvSource({
    "Europe/London, 2026-03-02T12:00:00Z, 0",
    "Europe/London, 2026-03-02T00:00:00Z, 0",
    "Europe/London, 2026-04-01T22:59:59Z, 30",
    "Europe/London, 2026-04-01T23:00:00Z, 31",
    "Pacific/Auckland, 2026-03-02T11:00:00Z, 1",
    "Europe/London, 2026-06-10T12:00:00Z, 9",
    "Europe/London, 2026-02-28T12:00:00Z, -2"
  })
  void theDayCountsLocalDatesFromTheLatestInfusionNotAfter(String zone, Instant when, int day) {
    assertThat(patient(zone).dayAfterInfusion(when)).contains(day);
  }

  @Test
  void withoutAnInfusionThereIsNoDay() {
    Patient planned =
        new Patient(
            "p-1",
            1L,
            "site-a",
            false,
            "Z",
            List.of(new Therapy("axi-cel", "", null)),
            "PLANNED",
            null);

    assertThat(planned.dayAfterInfusion(Instant.parse("2026-03-01T12:00:00Z"))).isEmpty();
  }

  private static Patient patient(String zone) {
    return new Patient(
        "p-1",
        1L,
        "site-a",
        false,
        zone,
        List.of(
            new Therapy("axi-cel", "DLBCL", LocalDate.of(2026, 3, 2)),
            new Therapy("liso-cel", "DLBCL", LocalDate.of(2026, 6, 1)),
            new Therapy("planned", "DLBCL", null)),
        "ACTIVE",
        null);
  }
}
