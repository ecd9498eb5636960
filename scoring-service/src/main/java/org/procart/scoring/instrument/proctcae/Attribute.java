package org.procart.scoring.instrument.proctcae;

import java.util.Locale;

/** What an item asks about its term. */
enum Attribute {
  FREQUENCY,
  SEVERITY,
  INTERFERENCE,
  AMOUNT,
  PRESENCE;

  static Attribute of(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }

  int maximum() {
    return this == PRESENCE ? 1 : 4;
  }
}
