package org.procart.local.captured;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a phone behaves when a short message comes. */
enum PhoneMode {
  /** Rings, and the centre is told so after a moment. */
  DELIVER,
  /** Cannot be reached; the centre is told so. */
  UNDELIVERABLE,
  /** Nobody ever hears what became of the message. */
  SILENT,
  /** Rings, but the centre is told so only much later. */
  SLOW;

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** True when the message is seen on the phone. */
  boolean rings() {
    return this != UNDELIVERABLE;
  }

  static Optional<PhoneMode> named(String name) {
    return Arrays.stream(values()).filter(mode -> mode.label().equals(name)).findFirst();
  }
}
