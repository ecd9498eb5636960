package org.procart.simulator.cohort;

import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.procart.simulator.table.Product;

/**
 * A synthetic patient and all that will happen to them.
 *
 * @param crs null: none
 * @param icans null: none
 * @param carerId null: lives without a carer
 * @param burden how much this patient suffers from symptoms, in standard deviations
 * @param seed of all that is drawn day by day
 */
public record Patient(
    String id,
    String siteId,
    ZoneId zone,
    Product product,
    LocalDate infusionDate,
    @Nullable Episode crs,
    Signs signs,
    @Nullable Episode icans,
    @Nullable String carerId,
    Habits habits,
    double burden,
    long seed) {

  public int crsGradeOn(int day) {
    return crs == null ? 0 : crs.gradeOn(day);
  }

  public int icansGradeOn(int day) {
    return icans == null ? 0 : icans.gradeOn(day);
  }

  public boolean inHospitalOn(int day) {
    return (crs != null && crs.inHospitalOn(day)) || (icans != null && icans.inHospitalOn(day));
  }
}
