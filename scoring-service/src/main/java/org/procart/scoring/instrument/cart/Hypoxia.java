package org.procart.scoring.instrument.cart;

/** Low oxygen by what it needs. */
public enum Hypoxia {
  NONE(1),
  LOW_FLOW(2),
  HIGH_FLOW(3),
  POSITIVE_PRESSURE(4);

  private final int grade;

  Hypoxia(int grade) {
    this.grade = grade;
  }

  /** Grade of CRS that it makes, beside fever. */
  int grade() {
    return grade;
  }
}
