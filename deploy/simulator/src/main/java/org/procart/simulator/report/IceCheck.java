package org.procart.simulator.report;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.procart.simulator.chance.Chance;
import org.procart.simulator.report.DayTruth.Waking;

/** The carer's ICE check, component by component. */
final class IceCheck {

  private static final String NAMING = "ice-naming";
  private static final int NAMING_POINTS = 3;
  private static final List<String> ONE_POINT =
      List.of(
          "ice-year",
          "ice-month",
          "ice-city",
          "ice-hospital",
          "ice-command",
          "ice-writing",
          "ice-attention");
  private static final double REFUSED = 0.04;

  private IceCheck() {}

  static void byCarer(DayTruth truth, Map<String, Answer> answers, Chance chance) {
    boolean refused = chance.happens(REFUSED);
    Map<String, Integer> points = points(truth.ice(), chance);
    if (truth.waking() == Waking.CANNOT_BE_WOKEN) {
      answers.put("ice", new Answer.Choice("ice-cannot-be-woken"));
    } else if (truth.waking() == Waking.ASLEEP_WAKES) {
      answers.put("ice", new Answer.Choice("ice-asleep-wakes"));
    } else if (refused) {
      answers.put("ice", new Answer.Choice("ice-refused"));
    } else {
      answers.put("ice", new Answer.Choice("ice-done"));
      points.forEach((component, value) -> answers.put(component, new Answer.Whole(value)));
    }
  }

  /** Which tasks succeed is chance; how many is not. */
  private static Map<String, Integer> points(int total, Chance chance) {
    Map<String, Double> tasks = new TreeMap<>();
    ONE_POINT.forEach(task -> tasks.put(task, 1.0));
    for (int object = 1; object <= NAMING_POINTS; object++) {
      tasks.put(NAMING + object, 1.0);
    }
    Map<String, Integer> points = new TreeMap<>();
    ONE_POINT.forEach(task -> points.put(task, 0));
    points.put(NAMING, 0);
    chance
        .pickSome(total, tasks)
        .forEach(task -> points.merge(task.startsWith(NAMING) ? NAMING : task, 1, Integer::sum));
    return points;
  }
}
