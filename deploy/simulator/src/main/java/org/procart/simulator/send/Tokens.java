package org.procart.simulator.send;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.procart.local.issuer.Role;
import org.procart.local.issuer.TokenClient;
import org.procart.local.issuer.TokenOrder;
import org.procart.simulator.cohort.Patient;
import org.procart.simulator.report.Reporter;

/** Everybody's own token, minted when first needed and again before it ends. */
public final class Tokens {

  /** The issuer's tokens live for twelve hours. */
  private static final Duration USED_FOR = Duration.ofHours(11);

  private final TokenClient issuer;
  private final Clock clock;
  private final Map<String, Held> held = new ConcurrentHashMap<>();

  private record Held(String token, Instant until) {}

  public Tokens(TokenClient issuer, Clock clock) {
    this.issuer = issuer;
    this.clock = clock;
  }

  /**
   * @param renewed when the one held was refused
   */
  public String siteAdmin(String siteId, boolean renewed) throws IOException {
    return of(
        renewed, TokenOrder.staff(Role.SITE_ADMIN, "simulation-admin-" + siteId, List.of(siteId)));
  }

  String reporter(Patient patient, Reporter by, boolean renewed) throws IOException {
    String carerId = patient.carerId();
    return of(
        renewed,
        by == Reporter.CARER && carerId != null
            ? TokenOrder.carer(carerId, List.of(patient.id()))
            : TokenOrder.patient(patient.id()));
  }

  private String of(boolean renewed, TokenOrder order) throws IOException {
    try {
      Instant now = clock.instant();
      return held.compute(
              order.subject(),
              (_, before) ->
                  before != null && !renewed && before.until().isAfter(now)
                      ? before
                      : mint(order, now))
          .token();
    } catch (UncheckedIOException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private Held mint(TokenOrder order, Instant now) {
    try {
      return new Held(issuer.mint(order), now.plus(USED_FOR));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
