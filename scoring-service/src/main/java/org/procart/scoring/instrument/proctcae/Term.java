package org.procart.scoring.instrument.proctcae;

import java.util.List;
import org.procart.scoring.instrument.Scale;

/**
 * One symptomatic adverse event.
 *
 * @param items in published order; the first decides whether the others are asked
 */
record Term(int number, List<Item> items) {

  private static final int HIGHEST_GRADE = 3;

  Item first() {
    return items.getFirst();
  }

  /** Presence-only terms are outside the published algorithm. */
  boolean graded() {
    return first().attribute() != Attribute.PRESENCE;
  }

  Scale composite() {
    return Scale.worseUpTo(HIGHEST_GRADE, "proctcae-%02d".formatted(number));
  }
}
