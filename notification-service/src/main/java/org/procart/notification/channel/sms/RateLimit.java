package org.procart.notification.channel.sms;

import io.github.bucket4j.Bucket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.procart.notification.channel.Urgency;

/**
 * How many messages a supplier takes in a time. A share of it is kept for RED pages: while less
 * than that is left, the others wait and all that comes in anew is RED's.
 */
final class RateLimit {

  /** What waits is looked at once a second. */
  private static final Duration GRACE = Duration.ofSeconds(2);

  private static final Duration LONGEST = Duration.ofSeconds(30);

  private final List<Limit> limits = new ArrayList<>();
  private final Duration interval;
  private final Clock clock;

  /**
   * When the last of those that were sent away shall come again, so that they do not all at once.
   */
  private final Map<Urgency, Instant> queues = new EnumMap<>(Urgency.class);

  private record Limit(Bucket bucket, double reserve) {}

  RateLimit(
      @Nullable Integer perSecond, @Nullable Integer perMinute, double redShare, Clock clock) {
    add(perSecond, Duration.ofSeconds(1), redShare);
    add(perMinute, Duration.ofMinutes(1), redShare);
    this.clock = clock;
    Duration bySecond = interval(perSecond, Duration.ofSeconds(1));
    Duration byMinute = interval(perMinute, Duration.ofMinutes(1));
    this.interval = bySecond.compareTo(byMinute) > 0 ? bySecond : byMinute;
  }

  private static Duration interval(@Nullable Integer count, Duration time) {
    return count == null ? Duration.ZERO : time.dividedBy(count);
  }

  private void add(@Nullable Integer count, Duration time, double redShare) {
    if (count != null) {
      // With a single token in it nothing could be kept for RED.
      long room = Math.max(2, count);
      Bucket bucket =
          Bucket.builder()
              .addLimit(limit -> limit.capacity(room).refillGreedy(count, time))
              .build();
      limits.add(new Limit(bucket, room * redShare));
    }
  }

  /** Empty: send. Otherwise how long to wait. */
  synchronized Optional<Duration> refuses(Urgency urgency) {
    boolean red = urgency == Urgency.RED;
    boolean free =
        (red || !redWaits())
            && limits.stream()
                .allMatch(
                    limit ->
                        limit.bucket().getAvailableTokens() - 1 >= (red ? 0 : limit.reserve()));
    if (free) {
      limits.forEach(limit -> limit.bucket().tryConsume(1));
      return Optional.empty();
    }
    return Optional.of(turn(urgency));
  }

  /** REDs that were sent away come again soon; nobody takes their turn meanwhile. */
  private boolean redWaits() {
    return clock.instant().isBefore(afterRed());
  }

  private Instant afterRed() {
    Instant last = queues.get(Urgency.RED);
    return last == null ? Instant.MIN : last.plus(GRACE);
  }

  private Duration turn(Urgency urgency) {
    Instant now = clock.instant();
    Instant last = queues.getOrDefault(urgency, now);
    Instant begin = last.isBefore(now) ? now : last;
    boolean later = urgency != Urgency.RED && begin.isBefore(afterRed());
    Instant next = (later ? afterRed() : begin).plus(interval);
    // Whose turn another supplier has taken over does not come again: nobody waits long for it.
    Instant latest = now.plus(LONGEST);
    Instant turn = next.isBefore(latest) ? next : latest;
    queues.put(urgency, turn);
    return Duration.between(now, turn);
  }
}
