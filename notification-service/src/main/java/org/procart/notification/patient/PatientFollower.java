package org.procart.notification.patient;

/** Has work under way for patients. Each call may come again, and must then do no harm. */
public interface PatientFollower {

  /** The enrolment is stored as it is now. */
  void changed(String patientId);

  /** Patient and contacts are gone already; nothing may be left behind. */
  void erased(String patientId);
}
