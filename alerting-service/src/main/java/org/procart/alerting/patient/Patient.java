package org.procart.alerting.patient;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What alerting knows of a patient.
 *
 * @param patientId pseudonym
 * @param revision of the enrolment
 * @param siteId responsible site
 * @param synthetic true for proof-of-life patients
 * @param zoneId where the patient lives now
 * @param therapy infusions, given or planned
 * @param status PLANNED, ACTIVE, IN_HOSPITAL, COMPLETED, WITHDRAWN, DECEASED
 */
public record Patient(
    String patientId,
    Long revision,
    @Nullable String siteId,
    Boolean synthetic,
    String zoneId,
    List<Therapy> therapy,
    String status) {

  /**
   * One infusion.
   *
   * @param product code
   * @param indication code
   * @param infusionDate null: not yet
   */
  public record Therapy(String product, String indication, @Nullable LocalDate infusionDate) {}

  /**
   * Local date minus the latest infusion date not after it; negative before the first infusion;
   * empty: no infusion is known.
   */
  public Optional<Integer> dayAfterInfusion(Instant when) {
    LocalDate date = LocalDate.ofInstant(when, ZoneId.of(zoneId));
    List<LocalDate> infusions =
        therapy.stream().flatMap(one -> Optional.ofNullable(one.infusionDate()).stream()).toList();
    return infusions.stream()
        .filter(infusion -> !infusion.isAfter(date))
        .max(Comparator.naturalOrder())
        .or(() -> infusions.stream().min(Comparator.naturalOrder()))
        .map(infusion -> Math.toIntExact(ChronoUnit.DAYS.between(infusion, date)));
  }

  @Override
  public String toString() {
    return "Patient[" + patientId + "]";
  }
}
