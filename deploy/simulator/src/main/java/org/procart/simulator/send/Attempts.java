package org.procart.simulator.send;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.procart.local.process.Http;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends one thing until it is answered: who is told to wait waits and sends the same again. Only
 * when nothing was answered for minutes does it give up, and then nothing more is sent at all.
 */
final class Attempts {

  private static final int UNAUTHORIZED = 401;
  private static final int TOO_MANY = 429;
  private static final int SERVER_FAULTS = 500;
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final String STOPPED = "stopped before it was answered";

  private final Stop stop;
  private final Clock clock;
  private final Tally tally;

  Attempts(Stop stop, Clock clock, Tally tally) {
    this.stop = stop;
    this.clock = clock;
    this.tally = tally;
  }

  /** One HTTP call. */
  interface Call {

    Http.Answer send(boolean newToken) throws IOException;
  }

  Outcome make(Call call) {
    Instant begun = clock.instant();
    Duration pause = FIRST_PAUSE;
    boolean newToken = false;
    int attempts = 0;
    while (true) {
      attempts++;
      Instant sent = clock.instant();
      String reason;
      Duration wait = pause;
      try {
        Http.Answer answer = call.send(newToken);
        if (!again(answer, newToken)) {
          return outcome(answer, sent, attempts);
        }
        newToken = answer.status() == UNAUTHORIZED;
        wait = newToken ? Duration.ZERO : retryAfter(answer, pause);
        reason = "answered " + answer.status() + " again and again";
      } catch (IOException e) {
        reason = "not answered: " + e.getMessage();
      }
      tally.waited();
      if (Duration.between(begun, clock.instant()).compareTo(PATIENCE) > 0) {
        stop.ask();
        return unanswered(sent, attempts, reason);
      }
      if (stop.after(wait)) {
        return unanswered(sent, attempts, STOPPED);
      }
      pause = longer(pause);
    }
  }

  private static boolean again(Http.Answer answer, boolean hadNewToken) {
    return answer.status() == TOO_MANY
        || answer.status() >= SERVER_FAULTS
        || (answer.status() == UNAUTHORIZED && !hadNewToken);
  }

  private static Duration retryAfter(Http.Answer answer, Duration otherwise) {
    String seconds = answer.header("Retry-After");
    return seconds.matches("\\d{1,4}") ? Duration.ofSeconds(Long.parseLong(seconds)) : otherwise;
  }

  private static Duration longer(Duration pause) {
    Duration twice = pause.multipliedBy(2);
    return twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
  }

  private Outcome outcome(Http.Answer answer, Instant sent, int attempts) {
    Duration took = Duration.between(sent, clock.instant());
    return new Outcome(
        answer.status(),
        sent,
        attempts,
        took,
        answer.header("Receipt"),
        advice(answer),
        answer.ok() ? "" : "answered " + answer.status() + ": " + answer.body());
  }

  private Outcome unanswered(Instant sent, int attempts, String reason) {
    Duration took = Duration.between(sent, clock.instant());
    return new Outcome(Outcome.NOT_ANSWERED, sent, attempts, took, "", "", reason);
  }

  private static String advice(Http.Answer answer) {
    try {
      JsonNode body = JsonMapper.shared().readTree(answer.body());
      return body.path("advice").path("level").asString("");
    } catch (JacksonException e) {
      return "";
    }
  }
}
