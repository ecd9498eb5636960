package org.procart.simulator.report;

/** Who answers. */
public enum Reporter {
  PATIENT,
  CARER
}
