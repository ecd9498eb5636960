package org.procart.scoring.instrument;

import java.util.List;

/**
 * Computes the scales of one family of instruments. A pure function: the same answers, in any
 * order, give the same scores, today and after a restart.
 */
@FunctionalInterface
public interface Scorer {

  List<ScaleScore> score(Report report);
}
