package org.procart.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.commons.statistics.distribution.BetaDistribution;

/** A counted share, judged by the exact (Clopper-Pearson) binomial interval. */
record Share(long hits, long of) {

  /** Two-sided; so rare that a failure means a wrong model, not bad luck. */
  private static final double ALPHA = 0.001;

  void mustFit(double published, String what) {
    assertThat(published)
        .as("%s: %d of %d drawn, published share", what, hits, of)
        .isBetween(least(), most());
  }

  double least() {
    return hits == 0
        ? 0
        : BetaDistribution.of(hits, of - hits + 1.0).inverseCumulativeProbability(ALPHA / 2);
  }

  double most() {
    return hits == of
        ? 1
        : BetaDistribution.of(hits + 1.0, of - hits).inverseSurvivalProbability(ALPHA / 2);
  }

  double value() {
    return hits / (double) of;
  }
}
