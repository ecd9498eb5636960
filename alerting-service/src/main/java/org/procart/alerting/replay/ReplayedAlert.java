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

  private final List<Instant> rings = new ArrayList<>();
  private final List<Instant> soundings = new ArrayList<>();
  private Alert.Live alert;

  private ReplayedAlert(Change raised) {
    alert = (Alert.Live) raised.after();
  }

  static ReplayedAlert raise(Ring ring, Instant at) {
    Change raised = Alert.raise(ring, at);
    ReplayedAlert replayed = new ReplayedAlert(raised);
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
    return !at.isBefore(rings.getLast().plus(episode));
  }

  boolean sounded() {
    return !soundings.isEmpty();
  }

  /** When somebody was paged for it, oldest first. */
  List<Instant> soundings() {
    return List.copyOf(soundings);
  }

  /** When its rule rang, with a sound or without, oldest first. */
  List<Instant> rings() {
    return List.copyOf(rings);
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
    rings.add(at);
    boolean sounds = change.kind() != ChangeKind.REPEATED && alert.episode().pageable();
    if (sounds) {
      soundings.add(at);
    }
    return sounds;
  }
}
