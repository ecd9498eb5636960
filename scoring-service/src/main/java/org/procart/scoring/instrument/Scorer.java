package org.procart.scoring.instrument;

import java.util.List;

/**
 * Computes the scales of one family of instruments. A pure function: the same answers, in any
 * order, give the same scores, today and after a restart.
 */
public interface Scorer {

  /** Stable name, part of the identity of every score. */
  String id();

  /** Version of the algorithm; a change of results is a new version. */
  String version();

  /** SHA-256 of the published tables that are used, hexadecimal. */
  String digest();

  boolean supports(String instrument);

  List<ScaleScore> score(Report report);
}
