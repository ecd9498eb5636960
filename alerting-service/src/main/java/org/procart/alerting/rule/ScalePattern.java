package org.procart.alerting.rule;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Names scales: an id, where {@code ?} stands for one character and {@code *} for any.
 *
 * @param open what the scale's id must look like; null: it must be the text itself
 */
record ScalePattern(String text, @Nullable Pattern open) {

  static ScalePattern of(String text) {
    if (text.indexOf('?') < 0 && text.indexOf('*') < 0) {
      return new ScalePattern(text, null);
    }
    StringBuilder regex = new StringBuilder();
    text.chars().forEach(character -> regex.append(part((char) character)));
    return new ScalePattern(text, Pattern.compile(regex.toString()));
  }

  boolean names(String scale) {
    return open == null ? text.equals(scale) : open.matcher(scale).matches();
  }

  private static String part(char character) {
    return switch (character) {
      case '?' -> ".";
      case '*' -> ".*";
      default -> Pattern.quote(String.valueOf(character));
    };
  }
}
