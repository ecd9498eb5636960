package org.procart.notification.wording;

/** Whose words a reminder uses. */
public enum Addressee {
  PATIENT,
  CARER
}
