package org.procart.notification.wording;

/** The word or two by which a page differs from an ordinary one. */
public enum PageFlag {
  NONE,
  WORSE,
  AGAIN,
  NO_COVER,
  OVERDUE
}
