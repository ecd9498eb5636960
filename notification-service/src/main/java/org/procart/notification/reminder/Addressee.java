package org.procart.notification.reminder;

/** Whose words a reminder uses. */
enum Addressee {
  PATIENT,
  CARER
}
