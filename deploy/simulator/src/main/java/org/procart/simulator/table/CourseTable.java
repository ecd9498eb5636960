package org.procart.simulator.table;

/** What is the same for all products. */
public record CourseTable(
    Figure newCrsUntilDay,
    Figure lateIcans,
    Figure lateIcansUntilDay,
    Timing icansDays,
    Figure together,
    Figure grade2OfMild,
    Figure grade4OfSevere,
    Figure chills,
    Figure tachycardia,
    Figure hypoxiaFromGrade2,
    Figure hypotensionBesideHypoxia,
    Figure feverShareOfDays) {

  public int lastCrsOnset() {
    return (int) newCrsUntilDay.value();
  }

  public int lastLateIcansOnset() {
    return (int) lateIcansUntilDay.value();
  }
}
