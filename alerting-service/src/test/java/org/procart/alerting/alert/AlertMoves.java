package org.procart.alerting.alert;

import static org.procart.alerting.alert.TestRings.NOW;
import static org.procart.alerting.alert.TestRings.ring;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.procart.alerting.alert.Alert.Acknowledged;
import org.procart.alerting.alert.Alert.Closed;
import org.procart.alerting.alert.Alert.Live;
import org.procart.alerting.alert.Alert.Open;
import org.procart.alerting.rule.Level;
import org.procart.alerting.rule.Quiet;

/** Makes every move that an alert has, and tells what came of it. */
final class AlertMoves {

  private static final String PAIN = "proctcae-48b-sev";
  private static final String NAUSEA = "proctcae-09b-sev";

  /** Milder and worse, one sign and two, of today and of long ago. */
  static final List<Ring> RINGS =
      List.of(
          ring("amber").amber(PAIN, 2).build(),
          ring("amber-worse").amber(PAIN, 3).build(),
          ring("red").red(PAIN, 3).build(),
          ring("two").amber(PAIN, 2).amber(NAUSEA, 2).build(),
          ring("old").observedLongAgo().red(PAIN, 4).build(),
          ring("listed").forTheWorkListOnly().amber(PAIN, 4).build());

  private static final Set<AlertEvent> QUIET =
      EnumSet.of(AlertEvent.RINGS_THE_SAME, AlertEvent.RINGS_CALMER);

  private AlertMoves() {}

  /**
   * A line of the table.
   *
   * @param kind of the change; where it is refused, why
   * @param hush empty: none
   */
  record Transition(
      String from, AlertEvent event, String to, boolean sounds, String kind, String hush) {}

  /** A transition that was made, and where it led. */
  record Made(Transition transition, FollowedAlert after) {}

  static List<Made> all(FollowedAlert before, List<Ring> rings) {
    return switch (before.alert()) {
      case null -> rings.stream().map(ring -> raise(before, ring)).toList();
      case Open open -> allOf(before, open, rings);
      case Acknowledged acknowledged -> allOf(before, acknowledged, rings);
      case Closed _ -> List.of();
    };
  }

  private static List<Made> allOf(FollowedAlert before, Open open, List<Ring> rings) {
    List<Made> made = allOfLive(before, open, rings);
    made.add(move(before, AlertEvent.NOT_PAGING, open.rearm(NOW)));
    return made;
  }

  private static List<Made> allOf(
      FollowedAlert before, Acknowledged acknowledged, List<Ring> rings) {
    List<Made> made = allOfLive(before, acknowledged, rings);
    made.add(move(before, AlertEvent.IDLE, acknowledged.idle(NOW)));
    boolean tooEarly =
        acknowledged.episode().level() == Level.RED
            && acknowledged.episode().response().actions().isEmpty();
    made.add(
        move(
            before,
            tooEarly ? AlertEvent.CLOSED_TOO_EARLY : AlertEvent.CLOSED,
            acknowledged.close(new Closure("resolved-at-home", "nurse-1", NOW))));
    return made;
  }

  private static List<Made> allOfLive(FollowedAlert before, Live live, List<Ring> rings) {
    List<Made> made = new ArrayList<>();
    rings.forEach(ring -> made.add(hear(before, live, ring)));
    rings.stream()
        .filter(ring -> QUIET.contains(before.eventOf(ring)))
        .forEach(ring -> made.add(hearAfterTheHush(before, live, ring)));
    int current = live.episode().sounding().number();
    made.add(move(before, AlertEvent.TAKEN, live.acknowledge(taken(current), NOW)));
    if (current > 1) {
      made.add(move(before, AlertEvent.OLDER_TAKEN, live.acknowledge(taken(current - 1), NOW)));
    }
    made.add(
        move(
            before,
            AlertEvent.ACTED,
            live.act(new Action("called-patient", "", "nurse-1", NOW), "action", NOW)));
    made.add(
        move(
            before,
            AlertEvent.CORRECTED,
            live.correct(new Correction("error", null, Correction.Reason.ENTERED_IN_ERROR), NOW)));
    return made;
  }

  private static Made raise(FollowedAlert before, Ring ring) {
    Change change = Alert.raise(ring, NOW);
    return made(before, before.eventOf(ring), change, next -> before.after(ring, next));
  }

  private static Made hear(FollowedAlert before, Live live, Ring ring) {
    Change change = live.hear(ring, NOW);
    return made(before, before.eventOf(ring), change, next -> before.after(ring, next));
  }

  private static Made hearAfterTheHush(FollowedAlert before, Live live, Ring ring) {
    Instant later = live.episode().sounding().at().plus(Quiet.DEFAULT.amber());
    Change change = live.hear(ring, later);
    return made(before, AlertEvent.RINGS_AFTER_THE_HUSH, change, next -> before.after(ring, next));
  }

  private static Made move(FollowedAlert before, AlertEvent event, Move move) {
    return made(before, event, move, before::after);
  }

  private static Made made(
      FollowedAlert before, AlertEvent event, Move move, Function<Alert, FollowedAlert> next) {
    String from = before.state();
    return switch (move) {
      case Refusal refusal ->
          new Made(
              new Transition(from, event, from, false, "refused: " + refusal.code(), ""), before);
      case Change change -> {
        FollowedAlert after = next.apply(change.after());
        yield new Made(
            new Transition(
                from,
                event,
                after.state(),
                sounds(before.alert(), change.after()),
                change.kind().name(),
                change.hush().map(Hush::name).orElse("")),
            after);
      }
    };
  }

  /** A new sounding, and somebody whom it is for. */
  private static boolean sounds(@Nullable Alert before, Alert after) {
    boolean next =
        before == null
            || !before.episode().sounding().number().equals(after.episode().sounding().number());
    return next && after.episode().pageable();
  }

  private static Acknowledgement taken(int sounding) {
    return new Acknowledgement("taken-" + sounding, "nurse-1", "link", NOW, sounding);
  }
}
