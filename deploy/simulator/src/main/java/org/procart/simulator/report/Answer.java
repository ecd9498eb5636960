package org.procart.simulator.report;

import java.math.BigDecimal;
import tools.jackson.databind.node.ObjectNode;

/** What a person answered to one question. */
public sealed interface Answer {

  /** One of the question's options. */
  record Choice(String code) implements Answer {
    @Override
    public void note(ObjectNode truth, String linkId) {
      truth.put(linkId, code);
    }
  }

  /** Yes or no. */
  record Flag(boolean value) implements Answer {
    @Override
    public void note(ObjectNode truth, String linkId) {
      truth.put(linkId, value);
    }
  }

  /** A number of points. */
  record Whole(int value) implements Answer {
    @Override
    public void note(ObjectNode truth, String linkId) {
      truth.put(linkId, value);
    }
  }

  /** What a device showed, with the unit that the app gave to it. */
  record Measure(BigDecimal value, String unit) implements Answer {
    @Override
    public void note(ObjectNode truth, String linkId) {
      truth.put(linkId, value.toPlainString() + " " + unit);
    }
  }

  void note(ObjectNode truth, String linkId);
}
