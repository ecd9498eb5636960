package org.procart.notification.wording;

import java.util.Set;

/** One piece of wording, and the fields that it may and must have. */
public sealed interface Phrase permits PageText, ReplyText, LinkText, ReminderText {

  String name();

  Set<Field> allowed();

  /** Without these nobody could answer. */
  Set<Field> required();
}
