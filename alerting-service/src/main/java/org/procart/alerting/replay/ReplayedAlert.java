package org.procart.alerting.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.procart.alerting.alert.Alert;
import org.procart.alerting.alert.Change;
import org.procart.alerting.alert.ChangeKind;
import org.procart.alerting.alert.Ring;
import org.procart.alerting.rule.Level;

/** An alert as it would have been, until it is over. Nobody takes it and nobody closes it. */
final class ReplayedAlert {

  private final List<Instant> soundings = new ArrayList<>();
  private Alert.Live alert;
  private Instant lastRing;

  private ReplayedAlert(Change raised, Instant at) {
    alert = (Alert.Live) raised.after();
    lastRing = at;
  }

  static ReplayedAlert raise(Ring ring, Instant at) {
    Change raised = Alert.raise(ring, at);
    ReplayedAlert replayed = new ReplayedAlert(raised, at);
    replayed.note(raised, at);
    return replayed;
  }

  /**
   * @return true when it sounds
   */
  boolean hear(Ring ring, Instant at) {
    return note(alert.hear(ring, at), at);
  }

  boolean isOver(Instant at, Duration episode) {
    return !at.isBefore(lastRing.plus(episode));
  }

  boolean sounded() {
    return !soundings.isEmpty();
  }

  /** When somebody was paged for it, oldest first. */
  List<Instant> soundings() {
    return List.copyOf(soundings);
  }

  String ruleId() {
    return alert.episode().heard().rule().ruleId();
  }

  /** The worst that it came to. */
  Level level() {
    return alert.episode().level();
  }

  private boolean note(Change change, Instant at) {
    alert = (Alert.Live) change.after();
    lastRing = at;
    boolean sounds = change.kind() != ChangeKind.REPEATED && alert.episode().pageable();
    if (sounds) {
      soundings.add(at);
    }
    return sounds;
  }
}
