package org.procart.scoring.instrument;

/** What a higher value means. */
public enum Direction {
  HIGHER_WORSE,
  HIGHER_BETTER,
  NONE
}
