package org.procart.alerting.patient;

/** Wants to know when an enrolment changed. */
public interface PatientFollower {

  /** It is kept already. */
  void changed(String patientId);

  void erased(String patientId);
}
