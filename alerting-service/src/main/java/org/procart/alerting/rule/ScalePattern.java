package org.procart.alerting.rule;

import java.util.regex.Pattern;

/** Names scales: an id, where {@code ?} stands for one character and {@code *} for any. */
record ScalePattern(String text, Pattern pattern) {

  static ScalePattern of(String text) {
    StringBuilder regex = new StringBuilder();
    text.chars().forEach(character -> regex.append(part((char) character)));
    return new ScalePattern(text, Pattern.compile(regex.toString()));
  }

  boolean names(String scale) {
    return text.equals(scale) || (isOpen() && pattern.matcher(scale).matches());
  }

  private boolean isOpen() {
    return text.indexOf('?') >= 0 || text.indexOf('*') >= 0;
  }

  private static String part(char character) {
    return switch (character) {
      case '?' -> ".";
      case '*' -> ".*";
      default -> Pattern.quote(String.valueOf(character));
    };
  }
}
