package org.procart.notification.escalation;

import org.procart.notification.wording.PageFlag;

/** The one word by which a page differs from the first one. */
public enum Flag {
  NONE(PageFlag.NONE),
  WORSE(PageFlag.WORSE),
  AGAIN(PageFlag.AGAIN),
  NO_COVER(PageFlag.NO_COVER),
  /** An AMBER that nobody has answered for hours. */
  OVERDUE(PageFlag.OVERDUE);

  private final PageFlag words;

  Flag(PageFlag words) {
    this.words = words;
  }

  PageFlag words() {
    return words;
  }

  static Flag of(Page page, int round) {
    return switch (page.soundingReason()) {
      case "WORSENED" -> WORSE;
      case "RE_PAGED", "RE_ARMED", Page.IDLE -> AGAIN;
      case Page.UNREADABLE -> NO_COVER;
      default -> round > 1 ? AGAIN : NONE;
    };
  }
}
