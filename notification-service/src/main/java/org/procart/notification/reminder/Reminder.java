package org.procart.notification.reminder;

import java.util.List;
import java.util.Optional;

/**
 * A reminder and how far it is.
 *
 * @param revision of the last change that was told, counted from 1; 0: none yet
 */
record Reminder(Asked asked, Phase phase, List<Letter> letters, long revision) {

  /** How far it is. */
  enum Phase {
    NEW,
    SENDING,
    /** All is sent that could be; whether anything arrived is still to be said. */
    SENT,
    /** Nothing starts any more; what a supplier had in its hands is awaited. */
    CANCELLED,
    ENDED
  }

  Reminder {
    letters = List.copyOf(letters);
  }

  static Reminder fresh(Asked asked) {
    return new Reminder(asked, Phase.NEW, List.of(), 0);
  }

  String id() {
    return asked.reminderId();
  }

  boolean finished() {
    return phase == Phase.ENDED;
  }

  List<String> waiting() {
    return letters.stream().filter(Letter::waits).map(Letter::id).toList();
  }

  /** The letter, if it is still to be sent. */
  Optional<Letter> wanted(String letterId) {
    return letters.stream()
        .filter(letter -> phase == Phase.SENDING && letter.waits() && letter.id().equals(letterId))
        .findFirst();
  }
}
