package org.procart.notification.escalation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.procart.notification.channel.Channels;
import org.procart.notification.channel.Delivery;
import org.procart.notification.channel.Message;
import org.procart.notification.policy.Level;
import org.springframework.stereotype.Component;

/** Hands one claimed attempt to its channel, an AMBER with others, and notes what came of it. */
@Component
class HandOver {

  private final Escalations escalations;
  private final Channels channels;
  private final ReceiptBook receipts;
  private final Letters letters;
  private final AmberPost ambers;
  private final Clock clock;

  HandOver(
      Escalations escalations,
      Channels channels,
      ReceiptBook receipts,
      Letters letters,
      AmberPost ambers,
      Clock clock) {
    this.escalations = escalations;
    this.channels = channels;
    this.receipts = receipts;
    this.letters = letters;
    this.ambers = ambers;
    this.clock = clock;
  }

  /**
   * Reads the escalation again just before: once acknowledged, nothing starts.
   *
   * @return escalations that moved
   */
  List<String> send(String escalationId, Attempt claimed) {
    Optional<Errand> needed =
        escalations
            .find(escalationId)
            .filter(each -> each.phase() == Phase.PAGING)
            .filter(each -> each.attempt(claimed.id()).filter(claimed::equals).isPresent())
            .map(escalation -> new Errand(escalation, claimed));
    if (needed.isEmpty()) {
      escalations.withdraw(escalationId, claimed);
    } else if (gathers(needed.get())) {
      return gather(needed.get());
    } else {
      send(List.of(needed.get()));
    }
    return List.of(escalationId);
  }

  /** A RED never waits for another, and a test page never hides among real ones. */
  private static boolean gathers(Errand errand) {
    Page page = errand.escalation().page();
    return page.level() == Level.AMBER && !page.synthetic();
  }

  private List<String> gather(Errand errand) {
    Instant now = clock.instant();
    AmberPost.Item item = new AmberPost.Item(errand.escalation().id(), errand.attempt().id());
    switch (ambers.come(item, errand.attempt().target(), now)) {
      case AmberPost.Turn.Wait(Instant until)
          when !until.isBefore(errand.attempt().target().expiresAt()) ->
          send(List.of(errand));
      case AmberPost.Turn.Wait(Instant until) ->
          escalations.handedOver(
              item.escalationId(),
              errand.attempt(),
              new Delivery.RetryLater(Status.BUNDLING, Duration.between(now, until)),
              1);
      case AmberPost.Turn.Go(List<AmberPost.Item> others) -> {
        List<Errand> together = new ArrayList<>(List.of(errand));
        others.forEach(other -> claim(other).ifPresent(together::add));
        send(together);
        return together.stream().map(each -> each.escalation().id()).toList();
      }
    }
    return List.of(item.escalationId());
  }

  /** Only what still waits for its turn comes along. */
  private Optional<Errand> claim(AmberPost.Item item) {
    return escalations
        .claim(item.escalationId(), item.attemptId())
        .flatMap(
            attempt ->
                escalations
                    .find(item.escalationId())
                    .map(escalation -> new Errand(escalation, attempt)));
  }

  private void send(List<Errand> errands) {
    Target target = errands.getFirst().attempt().target();
    Message message = letters.about(errands).avoiding(target.avoid());
    Delivery delivery = channels.send(target.channel(), message);
    if (delivery instanceof Delivery.Sent(String providerId, String _) && providerId != null) {
      receipts.sent(
          providerId,
          errands.stream()
              .map(each -> new ReceiptBook.Of(each.escalation().id(), each.attempt().id()))
              .toList());
      note(errands, delivery);
      receipts.match(providerId);
    } else {
      ambers.notSent(target);
      note(errands, delivery);
    }
  }

  private void note(List<Errand> errands, Delivery delivery) {
    errands.forEach(
        each ->
            escalations.handedOver(
                each.escalation().id(), each.attempt(), delivery, errands.size()));
  }
}
