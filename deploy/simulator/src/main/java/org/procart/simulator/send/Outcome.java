package org.procart.simulator.send;

import java.time.Duration;
import java.time.Instant;

/**
 * What became of one sending.
 *
 * @param status of the last answer; 0: never answered, and nobody knows whether it arrived
 * @param attempts how often it was sent, with the same identity
 * @param took from the last attempt to its answer
 * @param reason why it was not taken; empty: it was
 */
public record Outcome(
    int status,
    Instant sentAt,
    int attempts,
    Duration took,
    String receipt,
    String advice,
    String reason) {

  public static final int NOT_ANSWERED = 0;

  private static final int OK = 200;
  private static final int CREATED = 201;

  public boolean taken() {
    return status == OK || status == CREATED;
  }

  boolean refused() {
    return !taken() && status != NOT_ANSWERED;
  }
}
