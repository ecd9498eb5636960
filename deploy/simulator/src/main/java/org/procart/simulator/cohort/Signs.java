package org.procart.simulator.cohort;

/** What a patient's CRS looks like; all false without CRS. */
public record Signs(
    boolean fever, boolean chills, boolean tachycardia, boolean hypotension, boolean hypoxia) {

  static final Signs NONE = new Signs(false, false, false, false, false);
}
