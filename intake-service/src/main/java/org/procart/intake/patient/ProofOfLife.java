package org.procart.intake.patient;

/** Patients that do not exist: their reports prove that the whole path works. */
final class ProofOfLife {

  /** Reserved: only an operator enrols such an id, and no real patient can have one. */
  private static final String PREFIX = "proof-of-life-";

  private ProofOfLife() {}

  static boolean reserved(String patientId) {
    return patientId.startsWith(PREFIX);
  }
}
