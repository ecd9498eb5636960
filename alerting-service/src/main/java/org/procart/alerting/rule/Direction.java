package org.procart.alerting.rule;

/** Which way a scale is worse. */
public enum Direction {
  HIGHER_WORSE,
  HIGHER_BETTER;

  /** Anything but an explicit HIGHER_BETTER counts upwards, as symptom scales do. */
  public static Direction of(String name) {
    return HIGHER_BETTER.name().equals(name) ? HIGHER_BETTER : HIGHER_WORSE;
  }

  public boolean isWorse(double value, double than) {
    return this == HIGHER_WORSE ? value > than : value < than;
  }
}
