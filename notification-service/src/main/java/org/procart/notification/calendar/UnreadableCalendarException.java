package org.procart.notification.calendar;

import java.io.Serial;
import java.util.List;

/** A file is used as a whole or not at all. */
public final class UnreadableCalendarException extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  private final transient List<CalendarFault> faults;

  UnreadableCalendarException(List<CalendarFault> faults) {
    super("a calendar has faults");
    this.faults = List.copyOf(faults);
  }

  UnreadableCalendarException(String where, String code, String cure) {
    this(List.of(new CalendarFault(where, "", code, cure)));
  }

  public List<CalendarFault> faults() {
    return faults;
  }
}
