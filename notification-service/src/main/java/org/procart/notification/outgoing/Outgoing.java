package org.procart.notification.outgoing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.procart.notification.channel.ChannelKind;
import org.procart.notification.channel.Channels;
import org.procart.notification.channel.Delivery;
import org.procart.notification.channel.Message;
import org.procart.notification.outgoing.Outcome.State;
import org.procart.notification.receipt.Receipts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Single messages without an escalation: stored first, tried until taken or their time is over. */
@Component
public class Outgoing implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Outgoing.class);
  private static final Duration LIFE = Duration.ofHours(1);
  private static final Duration LEASE = Duration.ofSeconds(30);
  private static final Duration TELL_AGAIN = Duration.ofSeconds(5);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

  private final WaitingStore store;
  private final Channels channels;
  private final Receipts receipts;
  private final ObjectProvider<OutgoingOwner> owners;
  private final Clock clock;
  private final ExecutorService work = Executors.newVirtualThreadPerTaskExecutor();

  Outgoing(
      WaitingStore store,
      Channels channels,
      Receipts receipts,
      ObjectProvider<OutgoingOwner> owners,
      Clock clock) {
    this.store = store;
    this.channels = channels;
    this.receipts = receipts;
    this.owners = owners;
    this.clock = clock;
  }

  /**
   * Safe when it returns; nobody is told what becomes of it.
   *
   * @param id the same message again changes nothing while it waits
   */
  public void send(String id, ChannelKind channel, Message message) {
    send(Waiting.with(id, channel, message, clock.instant().plus(LIFE)));
  }

  /**
   * Safe when it returns, and so is what becomes of it, until the owner has noted that.
   *
   * @param owner name of the {@link OutgoingOwner}
   * @param expiresAt not sent from then on
   */
  public void send(String owner, String id, ChannelKind channel, Instant expiresAt) {
    send(Waiting.of(owner, id, channel, expiresAt));
  }

  private void send(Waiting waiting) {
    store.insert(waiting, clock.instant());
    work.execute(() -> trySafely(waiting));
  }

  /** Asks the owner again now; what a supplier has in its hands just then, afterwards. */
  public void reconsider(Collection<String> ids) {
    store.makeDue(ids, clock.instant()).forEach(waiting -> work.execute(() -> trySafely(waiting)));
  }

  /** Without a word to their owner. */
  public void drop(Collection<String> ids) {
    store.delete(ids);
  }

  @Scheduled(fixedDelayString = "${procart.notification.outgoing-sweep:1s}")
  void sendDue() {
    store.due(clock.instant()).forEach(waiting -> work.execute(() -> trySafely(waiting)));
  }

  private void trySafely(Waiting waiting) {
    try {
      tryOnce(waiting);
    } catch (RuntimeException e) {
      LOG.atWarn()
          .addKeyValue("outgoingId", waiting.id())
          .addKeyValue("fault", e.getClass().getName())
          .log("A message could not be sent; it is tried again");
    }
  }

  private void tryOnce(Waiting waiting) {
    Instant now = clock.instant();
    Outcome known = waiting.outcome();
    if (known != null) {
      tell(waiting, known);
    } else if (!now.isBefore(waiting.expiresAt())) {
      end(waiting, Outcome.of(State.EXPIRED));
    } else if (store.claim(waiting, now, now.plus(LEASE))) {
      message(waiting)
          .ifPresentOrElse(
              message -> note(waiting, channels.send(waiting.channel(), message)),
              () -> end(waiting, Outcome.of(State.WITHDRAWN)));
    }
  }

  private Optional<Message> message(Waiting waiting) {
    return waiting.owner() == null
        ? Optional.ofNullable(waiting.message())
        : owner(waiting.owner()).message(waiting.id());
  }

  private void note(Waiting waiting, Delivery delivery) {
    switch (delivery) {
      case Delivery.Sent(String providerId, String _) -> sent(waiting, providerId);
      case Delivery.Rejected(String reason) -> end(waiting, Outcome.failed(reason));
      case Delivery.RetryLater(String _, Duration pause) ->
          later(waiting, waiting.unclear(), pause == null ? pause(waiting) : pause);
      case Delivery.Unclear(String reason) -> unclear(waiting, reason);
    }
  }

  private void sent(Waiting waiting, @Nullable String providerId) {
    boolean awaited = providerId != null && waiting.owner() != null;
    if (awaited && waiting.channel().givesReceipts()) {
      receipts.sent(
          OutgoingReceipts.NAME,
          Objects.requireNonNull(providerId),
          List.of(OutgoingReceipts.of(Objects.requireNonNull(waiting.owner()), waiting.id())));
      end(waiting, Outcome.of(State.SENT));
      receipts.match(providerId);
    } else {
      end(waiting, Outcome.of(State.SENT));
    }
  }

  /**
   * Once more, since twice is better than never. Who is told of a failure then takes another way;
   * for the others there is none.
   */
  private void unclear(Waiting waiting, String reason) {
    if (waiting.owner() != null && waiting.unclear() > 0) {
      end(waiting, Outcome.failed(reason));
    } else {
      later(waiting, waiting.unclear() + 1, pause(waiting));
    }
  }

  private static Duration pause(Waiting waiting) {
    return Duration.ofSeconds(
        Math.min(LONGEST_PAUSE.toSeconds(), 2L << Math.min(waiting.tries(), 5)));
  }

  private void later(Waiting waiting, int unclear, Duration pause) {
    Instant next = clock.instant().plus(pause);
    Instant end = waiting.expiresAt();
    store.later(waiting.id(), unclear, next.isBefore(end) ? next : end);
  }

  private void end(Waiting waiting, Outcome outcome) {
    if (waiting.owner() == null) {
      store.delete(List.of(waiting.id()));
      logIfLost(waiting, outcome);
    } else if (store.over(waiting.id(), outcome, clock.instant().plus(TELL_AGAIN))) {
      tell(waiting, outcome);
    }
  }

  /** Deleted last: who is killed before tells again. */
  private void tell(Waiting waiting, Outcome outcome) {
    if (waiting.owner() != null) {
      owner(waiting.owner()).ended(waiting.id(), outcome);
    }
    store.delete(List.of(waiting.id()));
  }

  private OutgoingOwner owner(String name) {
    return owners.stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
  }

  private static void logIfLost(Waiting waiting, Outcome outcome) {
    if (outcome.state() != State.SENT) {
      LOG.atError()
          .addKeyValue("outgoingId", waiting.id())
          .addKeyValue("channel", waiting.channel().code())
          .addKeyValue(
              "reason", outcome.reason() == null ? outcome.state().name() : outcome.reason())
          .log("A message was given up");
    }
  }

  @Override
  public void close() {
    work.close();
  }
}
