package org.procart.notification.calendar;

import java.io.Serial;

/** A line that cannot be read with certainty. */
final class BadLineException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  private final String property;
  private final String code;

  /**
   * @param cure what to do
   */
  BadLineException(String property, String code, String cure) {
    super(cure);
    this.property = property;
    this.code = code;
  }

  CalendarFault of(String uid) {
    return new CalendarFault(uid, property, code, String.valueOf(getMessage()));
  }
}
