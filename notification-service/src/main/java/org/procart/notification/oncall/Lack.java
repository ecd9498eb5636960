package org.procart.notification.oncall;

/** Why a person cannot be reached as needed. */
public enum Lack {
  /** No such member of staff. */
  UNKNOWN,
  /** No contact point that the person has proved to receive at. */
  UNVERIFIED,
  /** The person has written STOP from every phone that could be used. */
  OPTED_OUT,
  /** Mailboxes only, and nobody knows when they are read. */
  NO_PHONE
}
