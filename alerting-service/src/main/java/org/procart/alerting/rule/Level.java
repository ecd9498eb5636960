package org.procart.alerting.rule;

/** How urgent; the later constant is the worse one. */
public enum Level {
  AMBER,
  RED;

  public boolean isWorseThan(Level other) {
    return compareTo(other) > 0;
  }

  public static Level worst(Level one, Level other) {
    return one.isWorseThan(other) ? one : other;
  }
}
