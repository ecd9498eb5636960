package org.procart.notification.channel.sms;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.procart.notification.channel.ChannelKind;
import org.procart.notification.channel.Delivery;
import org.procart.notification.channel.Message;
import org.procart.notification.channel.MessageChannel;
import org.springframework.stereotype.Component;

/**
 * SMS by the best supplier that there is now. Who surely did not take it leaves it to the next one
 * within the same call; after an unclear try nobody does, since that might page twice unflagged.
 */
@Component
class SmsChannel implements MessageChannel {

  /** A later try might not end within the ten seconds that a call has. */
  private static final Duration LATEST_START = Duration.ofMillis(2_500);

  private final SmsSuppliers suppliers;
  private final Standings standings;
  private final UnclearTries unclear;
  private final Clock clock;

  SmsChannel(SmsSuppliers suppliers, Standings standings, UnclearTries unclear, Clock clock) {
    this.suppliers = suppliers;
    this.standings = standings;
    this.unclear = unclear;
    this.clock = clock;
  }

  @Override
  public ChannelKind kind() {
    return ChannelKind.SMS;
  }

  @Override
  public int suppliers() {
    return suppliers.routes().size();
  }

  @Override
  public Delivery send(Message message) {
    Instant latest = clock.instant().plus(LATEST_START);
    List<Delivery> refusals = new ArrayList<>();
    for (SmsSuppliers.Route route : order(message)) {
      if (!refusals.isEmpty() && clock.instant().isAfter(latest)) {
        break;
      }
      Delivery delivery = attempt(route, message);
      if (settled(delivery)) {
        return delivery;
      }
      refusals.add(delivery);
    }
    return best(refusals);
  }

  /** In order of preference; those that are out for some reason come last, not never. */
  private List<SmsSuppliers.Route> order(Message message) {
    String avoid =
        Objects.requireNonNullElseGet(
            message.avoid(), () -> unclear.lately(message.address()).orElse(""));
    return suppliers.routes().stream()
        .sorted(Comparator.comparingInt(route -> handicap(route.supplier(), avoid)))
        .toList();
  }

  private int handicap(SmsSupplier supplier, String avoid) {
    return (supplier.resting() ? 4 : 0)
        + (supplier.name().equals(avoid) ? 2 : 0)
        + (standings.demoted(supplier.name()) ? 1 : 0);
  }

  private Delivery attempt(SmsSuppliers.Route route, Message message) {
    Optional<Duration> wait = route.limit().refuses(message.urgency());
    if (wait.isPresent()) {
      return new Delivery.RetryLater("RATE_LIMITED", wait.get());
    }
    String name = route.supplier().name();
    Delivery delivery = route.supplier().send(message);
    return switch (delivery) {
      case Delivery.Sent(String id, String _) when id != null -> {
        String providerId = MessageIds.of(name, id);
        standings.sent(name, providerId, message.address());
        yield new Delivery.Sent(providerId, name);
      }
      case Delivery.Unclear _ -> {
        standings.noAnswer(name, message.address());
        unclear.note(message.address(), name);
        yield delivery;
      }
      default -> delivery;
    };
  }

  /** What one refuses, even for the number's sake, another may carry. */
  private static boolean settled(Delivery delivery) {
    return switch (delivery) {
      case Delivery.Sent _, Delivery.Unclear _ -> true;
      case Delivery.Rejected _, Delivery.RetryLater _ -> false;
    };
  }

  /** Waiting helps more than giving up; the shortest wait helps most. */
  private static Delivery best(List<Delivery> refusals) {
    return refusals.stream()
        .min(Comparator.comparingInt(SmsChannel::weight).thenComparing(SmsChannel::pause))
        .orElseThrow();
  }

  private static int weight(Delivery delivery) {
    return switch (delivery) {
      case Delivery.RetryLater later when later.pause() != null -> 0;
      case Delivery.RetryLater _ -> 1;
      default -> 2;
    };
  }

  private static Duration pause(Delivery delivery) {
    @Nullable Duration pause = delivery instanceof Delivery.RetryLater later ? later.pause() : null;
    return Objects.requireNonNullElse(pause, Duration.ZERO);
  }
}
