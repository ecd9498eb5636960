package org.procart.notification.wording;

import java.util.Arrays;
import java.util.Optional;

/** All that words may be filled with. A field that is not here cannot get into any message. */
public enum Field {
  LEVEL("level"),
  CODE("code"),
  SITE("site"),
  TIME("time"),
  FLAG("flag"),
  LINK("link"),
  COUNT("count"),
  /** How many of them are taken on. */
  TAKEN("taken"),
  /** For so long nobody has answered. */
  MINUTES("minutes"),
  /** Why an answer did not count: one of our own sentences. */
  REASON("reason"),
  /** The site's number for patients and carers. */
  ADVICE_PHONE("advicePhone"),
  EMERGENCY_NUMBER("emergencyNumber");

  private final String placeholder;

  Field(String placeholder) {
    this.placeholder = placeholder;
  }

  /** As it is written between braces. */
  public String placeholder() {
    return placeholder;
  }

  static Optional<Field> of(String placeholder) {
    return Arrays.stream(values())
        .filter(field -> field.placeholder.equals(placeholder))
        .findFirst();
  }
}
