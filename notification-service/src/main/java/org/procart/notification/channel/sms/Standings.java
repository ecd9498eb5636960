package org.procart.notification.channel.sms;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.procart.notification.channel.sms.SmsSettings.Demotion;
import org.procart.notification.channel.sms.Standing.Sample;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Keeps count of how suppliers do. What was seen is gathered and written once a second, so that no
 * page waits for it; a kill loses a second of it, and no message.
 */
@Component
class Standings {

  private static final Logger LOG = LoggerFactory.getLogger(Standings.class);

  /** A receipt may be faster than the note of its message, also from another instance. */
  private static final Duration EARLY = Duration.ofMinutes(1);

  private static final int MOST_SIGHTINGS = 10_000;

  private final StandingStore store;
  private final SmsMetrics metrics;
  private final Demotion terms;
  private final Clock clock;
  private final List<Sighting> seen = new ArrayList<>();
  private final Map<String, Standing> known = new ConcurrentHashMap<>();

  Standings(StandingStore store, SmsMetrics metrics, SmsSettings settings, Clock clock) {
    this.store = store;
    this.metrics = metrics;
    this.terms = settings.demotion();
    this.clock = clock;
  }

  private sealed interface Sighting {

    String supplier();

    record Sent(String supplier, Sample message) implements Sighting {}

    record Heard(String supplier, String id, Verdict verdict, Instant at) implements Sighting {}
  }

  void sent(String supplier, String providerId, String number) {
    metrics.sent(supplier);
    note(new Sighting.Sent(supplier, sample(providerId, number, Verdict.WAITING)));
  }

  /** Handed over, and no answer. */
  void noAnswer(String supplier, String number) {
    metrics.failed(supplier);
    String id = "none-" + UUID.randomUUID();
    note(new Sighting.Sent(supplier, sample(id, number, Verdict.SUPPLIER_FAULT)));
  }

  void heard(String supplier, String providerId, Verdict verdict) {
    note(new Sighting.Heard(supplier, providerId, verdict, clock.instant()));
  }

  /** As it was a second ago. */
  boolean demoted(String supplier) {
    Standing standing = known.get(supplier);
    return standing != null && standing.demoted();
  }

  private Sample sample(String id, String number, Verdict verdict) {
    Instant now = clock.instant();
    String masked = Integer.toHexString(number.replaceAll("\\D", "").hashCode());
    return new Sample(id, masked, now, verdict, verdict == Verdict.WAITING ? null : now);
  }

  private void note(Sighting sighting) {
    synchronized (seen) {
      if (seen.size() < MOST_SIGHTINGS) {
        seen.add(sighting);
      }
    }
  }

  /** Writes what was seen, judges, and reads what other instances wrote. */
  void settle(String supplier) {
    List<Sighting> mine = take(supplier);
    Instant now = clock.instant();
    try {
      StandingStore.Changed changed =
          store.change(supplier, standing -> with(standing, mine).judged(now, terms));
      known.put(supplier, changed.after());
      tell(changed);
      mine.forEach(each -> follow(each, changed, now));
    } catch (RuntimeException e) {
      mine.forEach(this::note);
      throw e;
    }
  }

  private List<Sighting> take(String supplier) {
    synchronized (seen) {
      List<Sighting> mine = seen.stream().filter(each -> each.supplier().equals(supplier)).toList();
      seen.removeAll(mine);
      return mine;
    }
  }

  private Standing with(Standing standing, List<Sighting> sightings) {
    Standing next = standing;
    for (Sighting sighting : sightings) {
      if (sighting instanceof Sighting.Sent sent) {
        next = next.sent(sent.message());
      }
    }
    for (Sighting sighting : sightings) {
      if (sighting instanceof Sighting.Heard heard) {
        next = next.heard(heard.id(), heard.verdict(), heard.at(), terms.slow());
      }
    }
    return next;
  }

  private void follow(Sighting sighting, StandingStore.Changed changed, Instant now) {
    if (sighting instanceof Sighting.Heard heard) {
      changed.after().messages().stream()
          .filter(each -> MessageIds.holds(each.id(), heard.id()))
          .findFirst()
          .ifPresentOrElse(
              message -> count(heard, message),
              () -> {
                if (heard.at().plus(EARLY).isAfter(now)) {
                  note(heard);
                }
              });
    }
  }

  private void count(Sighting.Heard heard, Sample message) {
    if (!heard.at().equals(message.heardAt())) {
      return;
    }
    if (heard.verdict() == Verdict.DELIVERED) {
      metrics.delivered(heard.supplier(), Duration.between(message.at(), heard.at()));
    } else {
      metrics.failed(heard.supplier());
    }
  }

  private static void tell(StandingStore.Changed changed) {
    if (changed.before().demoted() != changed.after().demoted()) {
      LOG.atWarn()
          .addKeyValue("supplier", changed.after().supplier())
          .addKeyValue("demoted", changed.after().demoted())
          .log("The standing of an SMS supplier changed");
    }
  }
}
