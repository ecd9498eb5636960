package org.procart.intake.protocol;

/** Who is asked. */
public enum Reporter {
  PATIENT,
  CARER
}
