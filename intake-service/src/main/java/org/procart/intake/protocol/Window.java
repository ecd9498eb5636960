package org.procart.intake.protocol;

/**
 * When a report counts for the day on which it is due.
 *
 * @param daysBefore it opens so many days earlier
 * @param closesDaysAfter it closes so many days later; from due to close it is late
 */
public record Window(
    int daysBefore, WallClock opens, WallClock due, int closesDaysAfter, WallClock closes) {

  /** Opens before it is due, and does not close before. */
  boolean possible() {
    int dueMinute = due.minute();
    return opens.minute() - daysBefore * WallClock.END_OF_DAY < dueMinute
        && dueMinute <= closes.minute() + closesDaysAfter * WallClock.END_OF_DAY;
  }
}
