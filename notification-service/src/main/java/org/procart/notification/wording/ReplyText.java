package org.procart.notification.wording;

import static org.procart.notification.wording.Field.CODE;
import static org.procart.notification.wording.Field.COUNT;
import static org.procart.notification.wording.Field.REASON;
import static org.procart.notification.wording.Field.TAKEN;
import static org.procart.notification.wording.Field.TIME;

import java.util.Set;

/** What a reply by SMS is answered with. */
@SuppressWarnings("ImmutableEnumChecker") // It does not see that of gives unmodifiable sets.
public enum ReplyText implements Phrase {
  ACCEPTED(CODE, TIME),
  /** Some of several alerts are over, or have sounded anew. */
  ACCEPTED_SOME(CODE, TIME, TAKEN, COUNT),
  REFUSED(REASON),
  BECAUSE_NEWER,
  BECAUSE_ENDED,
  BECAUSE_DECLINED,
  BECAUSE_NOT_UNDERSTOOD,
  BECAUSE_WRONG_PHONE,
  CLOSED,
  DECLINED_LATE;

  private final Set<Field> fields;

  ReplyText(Field... fields) {
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
