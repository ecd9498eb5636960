package org.procart.notification.policy;

/** How urgent an alert is. */
public enum Level {
  RED,
  AMBER
}
