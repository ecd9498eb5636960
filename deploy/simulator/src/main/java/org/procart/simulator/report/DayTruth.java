package org.procart.simulator.report;

import java.math.BigDecimal;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.node.ObjectNode;

/**
 * How a patient is on one day.
 *
 * @param fever whether CRS causes fever, also where a medicine hides it
 * @param temperature in Celsius, as a good thermometer shows it
 * @param ice points of the ICE check, 0 to 10
 * @param waking how far the patient wakes
 * @param present linkIds of the yes-or-no symptoms that are there
 * @param breathless 0 none, 1 on effort, 2 at rest
 * @param bleeding 0 none, 1 stops, 2 does not stop
 * @param drinking 0 as usual, 1 less, 2 cannot
 */
public record DayTruth(
    int day,
    int crsGrade,
    int icansGrade,
    boolean fever,
    BigDecimal temperature,
    boolean antipyretic,
    boolean steroid,
    Set<String> present,
    int breathless,
    int bleeding,
    int drinking,
    int ice,
    Waking waking,
    Circulation circulation)
    implements Truth {

  /** How far the patient wakes. */
  public enum Waking {
    AWAKE,
    ASLEEP_WAKES,
    CANNOT_BE_WOKEN
  }

  /** What devices would show. */
  public record Circulation(int systolic, int diastolic, int pulse, int spo2) {}

  @Override
  public void note(ObjectNode truth) {
    truth
        .put("crsGrade", crsGrade)
        .put("icansGrade", icansGrade)
        .put("fever", fever)
        .put("temperature", temperature)
        .put("antipyretic", antipyretic)
        .put("steroid", steroid)
        .put("breathless", breathless)
        .put("bleeding", bleeding)
        .put("drinking", drinking)
        .put("ice", ice)
        .put("waking", waking.name())
        .put("systolic", circulation.systolic())
        .put("diastolic", circulation.diastolic())
        .put("pulse", circulation.pulse())
        .put("spo2", circulation.spo2());
    new TreeSet<>(present).forEach(truth.putArray("present")::add);
  }
}
