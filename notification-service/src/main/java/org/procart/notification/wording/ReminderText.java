package org.procart.notification.wording;

import static org.procart.notification.wording.Field.ADVICE_PHONE;
import static org.procart.notification.wording.Field.EMERGENCY_NUMBER;

import java.util.Set;

/** What patients and carers are told, sentence by sentence. */
@SuppressWarnings("ImmutableEnumChecker") // It does not see that of gives unmodifiable sets.
public enum ReminderText implements Phrase {
  /** Of an e-mail. */
  SUBJECT,
  MISSING_PATIENT,
  MISSING_CARER,
  ADVICE_PATIENT(ADVICE_PHONE),
  ADVICE_CARER(ADVICE_PHONE),
  EMERGENCY(EMERGENCY_NUMBER),
  /** That answers are read by nobody. */
  NO_REPLY,
  /** The same, to somebody who has answered. */
  REPLY_UNREAD;

  private final Set<Field> fields;

  ReminderText(Field... fields) {
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

  static ReminderText missing(Addressee addressee) {
    return switch (addressee) {
      case PATIENT -> MISSING_PATIENT;
      case CARER -> MISSING_CARER;
    };
  }

  static ReminderText advice(Addressee addressee) {
    return switch (addressee) {
      case PATIENT -> ADVICE_PATIENT;
      case CARER -> ADVICE_CARER;
    };
  }
}
