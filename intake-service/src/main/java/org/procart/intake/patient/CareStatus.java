package org.procart.intake.patient;

/** Where the patient is in care. Reports are accepted in all of them. */
public enum CareStatus {
  PLANNED,
  ACTIVE,
  IN_HOSPITAL,
  COMPLETED,
  WITHDRAWN,
  DECEASED
}
