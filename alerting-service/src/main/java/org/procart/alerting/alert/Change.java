package org.procart.alerting.alert;

import java.util.Optional;

/**
 * An alert moved.
 *
 * @param after the alert after it
 * @param entry what happened
 */
public record Change(Alert after, TimelineEntry entry) implements Move {

  public ChangeKind kind() {
    return entry.kind();
  }

  /** Why it made no sound, where it could have. */
  Optional<Hush> hush() {
    return switch (kind()) {
      case REPEATED -> Optional.of(Hush.valueOf(String.valueOf(entry.detail())));
      case RAISED -> after.episode().notPaged();
      default -> Optional.empty();
    };
  }
}
