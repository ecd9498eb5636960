package org.procart.notification.wording;

import static org.procart.notification.wording.Field.CODE;
import static org.procart.notification.wording.Field.COUNT;
import static org.procart.notification.wording.Field.FLAG;
import static org.procart.notification.wording.Field.LEVEL;
import static org.procart.notification.wording.Field.LINK;
import static org.procart.notification.wording.Field.SITE;
import static org.procart.notification.wording.Field.TIME;

import java.util.Set;

/** The words of a page, in SMS and e-mail. */
@SuppressWarnings("ImmutableEnumChecker") // It does not see that copyOf gives unmodifiable sets.
public enum PageText implements Phrase {
  SMS(Set.of(LEVEL, CODE, SITE, TIME, FLAG, LINK), Set.of(LEVEL, CODE, FLAG, LINK)),
  /** About several alerts at once. */
  SMS_BUNDLE(
      Set.of(LEVEL, CODE, SITE, TIME, FLAG, LINK, COUNT), Set.of(LEVEL, CODE, FLAG, COUNT, LINK)),
  SUBJECT(Set.of(LEVEL, CODE, SITE, TIME, FLAG), Set.of(LEVEL, CODE, FLAG)),
  SUBJECT_BUNDLE(Set.of(LEVEL, CODE, SITE, TIME, FLAG, COUNT), Set.of(LEVEL, CODE, FLAG, COUNT)),
  /** The first line of an e-mail. */
  MAIL_HEAD(Set.of(LEVEL, CODE, SITE, TIME, FLAG), Set.of(LEVEL, CODE, FLAG)),
  MAIL_HEAD_BUNDLE(Set.of(LEVEL, CODE, SITE, TIME, FLAG, COUNT), Set.of(LEVEL, CODE, FLAG, COUNT)),
  /** Stands above the link where the e-mail is shown as plain text. */
  MAIL_LINK(Set.of(), Set.of()),
  /** Is the link where the e-mail is shown as a page. */
  MAIL_BUTTON(Set.of(), Set.of()),
  MAIL_REPLY(Set.of(CODE), Set.of(CODE)),
  MAIL_NOTE(Set.of(), Set.of());

  private final Set<Field> allowed;
  private final Set<Field> required;

  PageText(Set<Field> allowed, Set<Field> required) {
    this.allowed = Set.copyOf(allowed);
    this.required = Set.copyOf(required);
  }

  @Override
  public Set<Field> allowed() {
    return allowed;
  }

  @Override
  public Set<Field> required() {
    return required;
  }
}
