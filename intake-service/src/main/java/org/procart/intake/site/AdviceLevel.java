package org.procart.intake.site;

/** How soon the reporter should act, the most urgent first. */
public enum AdviceLevel {
  URGENT,
  CONTACT,
  NONE;

  public static AdviceLevel moreUrgent(AdviceLevel a, AdviceLevel b) {
    return a.compareTo(b) <= 0 ? a : b;
  }
}
