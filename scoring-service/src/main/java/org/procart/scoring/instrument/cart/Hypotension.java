package org.procart.scoring.instrument.cart;

/** Low blood pressure by what it needs. */
public enum Hypotension {
  NONE(1),
  NO_PRESSOR(2),
  ONE_PRESSOR(3),
  MULTI_PRESSOR(4);

  private final int grade;

  Hypotension(int grade) {
    this.grade = grade;
  }

  /** Grade of CRS that it makes, beside fever. */
  int grade() {
    return grade;
  }
}
