package org.procart.simulator.cohort;

/**
 * CRS or ICANS of one patient.
 *
 * @param grade the highest that it reaches
 * @param onsetDay day after infusion
 * @param days how many days it lasts
 */
public record Episode(int grade, int onsetDay, int days) {

  private static final int IN_HOSPITAL = 3;

  public int lastDay() {
    return onsetDay + days - 1;
  }

  public boolean on(int day) {
    return day >= onsetDay && day <= lastDay();
  }

  /** Rises to its highest, stays, and falls in its last days; 0 when it is not there. */
  public int gradeOn(int day) {
    if (!on(day)) {
      return 0;
    }
    int peak = peakDay();
    int rising = Math.max(1, grade - (peak - day));
    int falling = Math.max(1, Math.min(grade, 1 + lastDay() - day));
    return day <= peak ? rising : falling;
  }

  /** From the day after the first with grade 3 until it ends. */
  public boolean inHospitalOn(int day) {
    return on(day) && grade >= IN_HOSPITAL && day > peakDay() - (grade - IN_HOSPITAL);
  }

  private int peakDay() {
    return onsetDay + Math.min(grade - 1, (days - 1) / 2);
  }
}
