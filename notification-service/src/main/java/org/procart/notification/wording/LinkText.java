package org.procart.notification.wording;

import static org.procart.notification.wording.Field.COUNT;
import static org.procart.notification.wording.Field.MINUTES;
import static org.procart.notification.wording.Field.TAKEN;
import static org.procart.notification.wording.Field.TIME;

import java.util.Set;

/** The words of the page behind a link. */
@SuppressWarnings("ImmutableEnumChecker") // It does not see that of gives unmodifiable sets.
public enum LinkText implements Phrase {
  TITLE,
  SINCE(TIME, MINUTES),
  /** Several alerts came in one message. */
  BUNDLE(COUNT),
  UNANSWERED,
  ANSWERED,
  BUTTON,
  /** To a desk: who on the telephone says so. */
  FOR_WHOM,
  /** First choice of that: the desk itself. */
  THE_DESK,
  HARMLESS,
  ACKNOWLEDGED(TIME),
  ACKNOWLEDGED_SOME(TAKEN, COUNT),
  OLDER,
  OVER,
  EXPIRED,
  UNKNOWN;

  private final Set<Field> fields;

  LinkText(Field... fields) {
    this.fields = Set.of(fields);
  }

  @Override
  public Set<Field> allowed() {
    return fields;
  }

  @Override
  public Set<Field> required() {
    return fields;
  }
}
