package org.procart.scoring.instrument.cart;

import java.math.BigDecimal;
import org.procart.scoring.instrument.ScaleScore;
import org.procart.scoring.instrument.cart.Fact.Known;
import org.procart.scoring.instrument.cart.Fact.Unknown;

/** What is known at home of the facts that CRS is graded by: treatment never is. */
record HomeCrs(HomeCheckLimits limits) {

  CrsGrade of(
      ScaleScore fever,
      ScaleScore antipyretic,
      ScaleScore steroid,
      ScaleScore systolic,
      ScaleScore oxygen) {
    return new CrsGrade(
        fever(fever, antipyretic, steroid),
        // What was taken before CRS began is not known; that it may hide a fever is said there.
        new Known<>(false),
        hypotension(systolic),
        hypoxia(oxygen));
  }

  private static Fact<Boolean> fever(ScaleScore fever, ScaleScore antipyretic, ScaleScore steroid) {
    if (fever.value() == null) {
      return new Unknown<>("The temperature was not measured.");
    }
    if (isYes(fever)) {
      return new Known<>(true);
    }
    if (isYes(antipyretic) || isYes(steroid)) {
      return new Unknown<>(
          "A medicine against fever or a steroid in the last 6 hours may hide a fever.");
    }
    return antipyretic.value() == null || steroid.value() == null
        ? new Unknown<>(
            "Whether a medicine against fever or a steroid was taken in the last 6 hours was not"
                + " answered.")
        : new Known<>(false);
  }

  private Fact<Hypotension> hypotension(ScaleScore systolic) {
    BigDecimal pressure = systolic.value();
    if (pressure == null) {
      return new Unknown<>("The blood pressure was not measured.");
    }
    return pressure.compareTo(limits.hypotensionUpTo()) > 0
        ? new Known<>(Hypotension.NONE)
        : new Unknown<>(
            "The blood pressure is low: the grade needs to know vasopressor treatment.");
  }

  private Fact<Hypoxia> hypoxia(ScaleScore oxygen) {
    BigDecimal saturation = oxygen.value();
    if (saturation == null) {
      return new Unknown<>("The oxygen saturation was not measured.");
    }
    return saturation.compareTo(limits.hypoxiaUpTo()) > 0
        ? new Known<>(Hypoxia.NONE)
        : new Unknown<>("The oxygen saturation is low: the grade needs to know oxygen treatment.");
  }

  private static boolean isYes(ScaleScore score) {
    BigDecimal value = score.value();
    return value != null && value.signum() > 0;
  }
}
