package org.procart.notification.channel.sms;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.procart.notification.channel.sms.SmsSupplier.Availability;

/** What the last tries say about a supplier to whom no line is kept open. */
final class HttpContact {

  private static final Duration REST = Duration.ofSeconds(15);

  /** Without a newer try, nobody knows whether it is still away. */
  private static final Duration STALE = Duration.ofMinutes(5);

  private final Clock clock;
  private volatile Trouble last = new Trouble(Availability.READY, Instant.EPOCH);

  private record Trouble(Availability what, Instant at) {}

  HttpContact(Clock clock) {
    this.clock = clock;
  }

  void note(Availability now) {
    last = new Trouble(now, clock.instant());
  }

  Availability availability() {
    Trouble trouble = last;
    boolean stale = trouble.at().plus(STALE).isBefore(clock.instant());
    return trouble.what() == Availability.AWAY && stale ? Availability.READY : trouble.what();
  }

  boolean resting() {
    Trouble trouble = last;
    return trouble.what() != Availability.READY && trouble.at().plus(REST).isAfter(clock.instant());
  }
}
