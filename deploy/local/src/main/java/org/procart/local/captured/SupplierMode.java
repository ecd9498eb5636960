package org.procart.local.captured;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a supplier of short messages behaves. */
enum SupplierMode {
  /** Takes messages and tells what became of them. */
  UP,
  /** Nobody listens, and whoever was bound is cut off. */
  DOWN,
  /** Is bound to, but says of each message that there are too many. */
  REFUSE,
  /** Takes messages, but tells what became of them only after minutes. */
  SLOW;

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<SupplierMode> named(String name) {
    return Arrays.stream(values()).filter(mode -> mode.label().equals(name)).findFirst();
  }
}
