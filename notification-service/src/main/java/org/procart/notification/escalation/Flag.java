package org.procart.notification.escalation;

/** The one word by which a page differs from the first one. */
public enum Flag {
  NONE(""),
  WORSE("WORSE"),
  AGAIN("AGAIN"),
  NO_COVER("NO COVER"),
  /** An AMBER that nobody has answered for hours. */
  OVERDUE("OVERDUE");

  private final String words;

  Flag(String words) {
    this.words = words;
  }

  public String words() {
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
