package org.procart.scoring.instrument.scales;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.procart.scoring.instrument.Scale;
import org.procart.scoring.instrument.ScaleScore;

/** What a computed value is published as. */
@FunctionalInterface
public interface Reading {

  Reading AS_IT_IS = value -> value;

  BigDecimal read(BigDecimal value);

  /** Published table that is used, {@code id|version}; null: none. */
  default @Nullable String reference() {
    return null;
  }

  default ScaleScore score(Scale scale, BigDecimal value) {
    return scale.value(read(value)).readFrom(reference());
  }
}
