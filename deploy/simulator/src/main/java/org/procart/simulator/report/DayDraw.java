package org.procart.simulator.report;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.procart.simulator.chance.Chance;
import org.procart.simulator.cohort.Episode;
import org.procart.simulator.cohort.Patient;
import org.procart.simulator.report.DayTruth.Circulation;
import org.procart.simulator.report.DayTruth.Waking;
import org.procart.simulator.table.CourseTable;

/**
 * Draws how a patient is on a day. What is not in the tables (daily rates of symptoms by grade,
 * temperatures, vital signs) is assumed; docs/simulator.md lists it.
 */
public final class DayDraw {

  /** By grade of ICANS, 0 to 4. */
  private static final Map<String, double[]> MIND =
      new TreeMap<>(
          Map.of(
              "confusion", new double[] {0.002, 0.6, 0.95, 1, 1},
              "speech", new double[] {0.002, 0.3, 0.8, 1, 1},
              "tremor", new double[] {0.02, 0.4, 0.5, 0.5, 0.3},
              "hard-to-wake", new double[] {0.001, 0.05, 0.3, 0.8, 1},
              "seizure", new double[] {0, 0, 0, 0.15, 0.3},
              "weakness", new double[] {0.004, 0.1, 0.25, 0.5, 1}));

  /** By grade of CRS, 0 to 4. */
  private static final Map<String, double[]> BODY =
      new TreeMap<>(
          Map.of(
              "headache", new double[] {0.07, 0.4, 0.5, 0.5, 0.5},
              "dizziness", new double[] {0.05, 0.15, 0.5, 0.7, 0.7},
              "fainting", new double[] {0.002, 0.01, 0.08, 0.2, 0.3}));

  private static final int[][] ICE_BY_GRADE = {{10, 10}, {7, 9}, {3, 6}, {0, 2}, {0, 0}};

  private final CourseTable course;

  public DayDraw(CourseTable course) {
    this.course = course;
  }

  public DayTruth draw(Patient patient, int day, Chance chance) {
    int crs = patient.crsGradeOn(day);
    int icans = patient.icansGradeOn(day);
    boolean fever = feverOn(patient, day);
    boolean antipyretic = chance.happens(fever ? 0.4 : 0.04);
    return new DayTruth(
        day,
        crs,
        icans,
        fever,
        temperature(fever, antipyretic, chance),
        antipyretic,
        chance.happens(icans >= 2 ? 0.6 : crs >= 2 ? 0.3 : 0.01),
        present(patient, day, fever, chance),
        breathless(patient, crs, chance),
        chance.happens(0.015) ? (chance.happens(0.1) ? 2 : 1) : 0,
        drinking(crs, icans, chance),
        ice(icans, chance),
        waking(icans, chance),
        circulation(patient, day, fever, chance));
  }

  private boolean feverOn(Patient patient, int day) {
    Episode crs = patient.crs();
    return crs != null
        && patient.signs().fever()
        && crs.on(day)
        && day - crs.onsetDay() < Math.ceil(course.feverShareOfDays().value() * crs.days());
  }

  private static BigDecimal temperature(boolean fever, boolean antipyretic, Chance chance) {
    double well = Math.clamp(chance.normal(36.6, 0.25), 35.6, 37.7);
    double ill = Math.clamp(38.0 + Math.abs(chance.normal(0.7, 0.6)), 38.0, 40.9);
    double shown = fever ? ill - (antipyretic ? 0.9 : 0) : well;
    return BigDecimal.valueOf(Math.round(shown * 10), 1);
  }

  private static Set<String> present(Patient patient, int day, boolean fever, Chance chance) {
    Set<String> present = new TreeSet<>();
    Episode crs = patient.crs();
    boolean first = crs != null && crs.onsetDay() == day;
    boolean chills = patient.signs().chills() && crs != null && crs.on(day);
    if (chance.happens(chills ? (first ? 1 : 0.5) : fever ? 0.1 : 0.01)) {
      present.add("chills");
    }
    add(present, MIND, patient.icansGradeOn(day), chance);
    add(present, BODY, patient.crsGradeOn(day), chance);
    return present;
  }

  private static void add(
      Set<String> present, Map<String, double[]> rates, int grade, Chance chance) {
    rates.forEach(
        (symptom, byGrade) -> {
          if (chance.happens(byGrade[grade])) {
            present.add(symptom);
          }
        });
  }

  private static int breathless(Patient patient, int crs, Chance chance) {
    boolean hypoxic = patient.signs().hypoxia() && crs >= 2;
    if (hypoxic) {
      return chance.happens(0.5) ? 2 : 1;
    }
    return chance.happens(0.06) ? 1 : 0;
  }

  private static int drinking(int crs, int icans, Chance chance) {
    int worst = Math.max(crs, icans);
    if (chance.happens(worst >= 3 ? 0.5 : worst == 2 ? 0.05 : 0.003)) {
      return 2;
    }
    return chance.happens(worst > 0 ? 0.4 : 0.07) ? 1 : 0;
  }

  private static int ice(int icans, Chance chance) {
    boolean slip = chance.happens(0.05);
    int points = chance.whole(ICE_BY_GRADE[icans][0], ICE_BY_GRADE[icans][1]);
    return icans == 0 && slip ? points - 1 : points;
  }

  private static Waking waking(int icans, Chance chance) {
    boolean asleep = chance.happens(0.25);
    return switch (icans) {
      case 4 -> Waking.CANNOT_BE_WOKEN;
      case 3 -> asleep ? Waking.ASLEEP_WAKES : Waking.AWAKE;
      default -> Waking.AWAKE;
    };
  }

  private static Circulation circulation(Patient patient, int day, boolean fever, Chance chance) {
    boolean grade2 = patient.crsGradeOn(day) >= 2;
    boolean low = patient.signs().hypotension() && grade2;
    boolean fast = patient.signs().tachycardia() && patient.crsGradeOn(day) > 0;
    boolean hypoxic = patient.signs().hypoxia() && grade2;
    int systolic =
        rounded(chance.normal(low ? 84 : 122, low ? 4 : 9), low ? 60 : 101, low ? 90 : 170);
    return new Circulation(
        systolic,
        rounded(systolic * 0.62 + chance.normal(0, 4), 35, 110),
        rounded(chance.normal(fast ? 122 : fever ? 96 : 78, 8), fast ? 111 : 52, fast ? 160 : 110),
        rounded(chance.normal(hypoxic ? 90 : 97.5, 1), hypoxic ? 82 : 96, hypoxic ? 93 : 100));
  }

  private static int rounded(double value, int low, int high) {
    return Math.clamp(Math.round(value), low, high);
  }
}
