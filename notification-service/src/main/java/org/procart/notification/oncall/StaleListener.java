package org.procart.notification.oncall;

/** Who must hear that a calendar cannot be fetched. */
public interface StaleListener {

  void stale(KeptCalendar calendar);
}
