package org.procart.schemas.questionnaire;

import java.util.Comparator;

/** A version such as 2026.10.0: parts between dots, numbers compared as numbers. */
record InstrumentVersion(String text) implements Comparable<InstrumentVersion> {

  private static final Comparator<String> BY_PART =
      Comparator.comparing(InstrumentVersion::isNumber)
          .thenComparingLong(part -> isNumber(part) ? Long.parseLong(part) : 0L)
          .thenComparing(Comparator.naturalOrder());

  @Override
  public int compareTo(InstrumentVersion other) {
    String[] mine = text.split("\\.");
    String[] theirs = other.text.split("\\.");
    for (int i = 0; i < Math.min(mine.length, theirs.length); i++) {
      int order = BY_PART.compare(mine[i], theirs[i]);
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(mine.length, theirs.length);
  }

  private static boolean isNumber(String part) {
    return !part.isEmpty()
        && part.length() < 19
        && part.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
