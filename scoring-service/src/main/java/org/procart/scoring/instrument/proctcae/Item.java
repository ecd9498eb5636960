package org.procart.scoring.instrument.proctcae;

import org.procart.scoring.instrument.Scale;

/** One question, named by its published code. */
record Item(String code, Attribute attribute) {

  /** The raw answer as a scale of its own. */
  Scale scale() {
    return Scale.worseUpTo(attribute.maximum(), code);
  }
}
