package org.procart.notification.oncall;

import java.io.Serial;

/** A file that could not be fetched; the reason holds nothing of the address. */
final class CalendarFetchException extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  CalendarFetchException(String reason) {
    super(reason);
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
