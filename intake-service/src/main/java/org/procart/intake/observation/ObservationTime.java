package org.procart.intake.observation;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.procart.intake.observation.Observation.Assumption;

/** Time never refuses a report: what is missing is assumed, and every assumption is named. */
public final class ObservationTime {

  private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(5);

  /** Anything else could be free text, which never travels. */
  private static final Pattern LOOKS_LIKE_TIME = Pattern.compile("[0-9TZ:+.\\-]{1,40}");

  private final Instant receivedAt;
  private final ZoneId zone;
  private final @Nullable Duration clockOffset;
  private final List<Assumption> assumptions = new ArrayList<>();

  private ObservationTime(Instant receivedAt, ZoneId zone, @Nullable String clientTime) {
    this.receivedAt = receivedAt;
    this.zone = zone;
    this.clockOffset =
        readClientTime(clientTime).map(device -> Duration.between(device, receivedAt)).orElse(null);
  }

  /**
   * @param authored as sent; null: missing
   * @param clientTime the device's clock when it sent, as sent; null or unreadable: not known
   */
  public static Observation of(
      @Nullable String authored, @Nullable String clientTime, Instant receivedAt, ZoneId zone) {
    return new ObservationTime(receivedAt, zone, clientTime).observe(authored);
  }

  private Observation observe(@Nullable String authored) {
    Instant at = assume(authored).truncatedTo(ChronoUnit.MILLIS);
    return new Observation(
        at,
        authored != null && LOOKS_LIKE_TIME.matcher(authored).matches() ? authored : null,
        assumptions,
        clockOffset == null ? null : clockOffset.toMillis());
  }

  private Instant assume(@Nullable String authored) {
    if (authored == null || authored.isBlank()) {
      assumptions.add(Assumption.AUTHORED_MISSING);
      return receivedAt;
    }
    Optional<AuthoredTime> parsed = AuthoredTime.parse(authored, zone);
    if (parsed.isEmpty()) {
      assumptions.add(Assumption.AUTHORED_UNREADABLE);
      return receivedAt;
    }
    return switch (parsed.get()) {
      case AuthoredTime.Moment moment -> moment(moment);
      case AuthoredTime.Period period -> period(period);
    };
  }

  private Instant moment(AuthoredTime.Moment moment) {
    if (moment.zoneMissing()) {
      assumptions.add(Assumption.ZONE_MISSING);
    }
    Instant at = onOurClock(moment.at());
    if (!AuthoredTime.possible(at)) {
      assumptions.add(Assumption.AUTHORED_UNREADABLE);
      return receivedAt;
    }
    return notInFuture(at);
  }

  private Instant onOurClock(Instant at) {
    if (clockOffset == null || clockOffset.abs().compareTo(CLOCK_TOLERANCE) <= 0) {
      return at;
    }
    assumptions.add(Assumption.CLOCK_SHIFTED);
    return at.plus(clockOffset);
  }

  private Instant period(AuthoredTime.Period period) {
    assumptions.add(Assumption.DATE_ONLY);
    if (period.first().isAfter(receivedAt)) {
      return notInFuture(period.first());
    }
    return period.last().isAfter(receivedAt) ? receivedAt : period.last();
  }

  private Instant notInFuture(Instant at) {
    if (!at.isAfter(receivedAt)) {
      return at;
    }
    assumptions.add(Assumption.FUTURE);
    return receivedAt;
  }

  private static Optional<Instant> readClientTime(@Nullable String text) {
    if (text == null) {
      return Optional.empty();
    }
    return parse(text, DateTimeFormatter.ISO_OFFSET_DATE_TIME)
        .or(() -> parse(text, DateTimeFormatter.RFC_1123_DATE_TIME));
  }

  private static Optional<Instant> parse(String text, DateTimeFormatter format) {
    try {
      return Optional.of(ZonedDateTime.parse(text.strip(), format).toInstant())
          .filter(AuthoredTime::possible);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
