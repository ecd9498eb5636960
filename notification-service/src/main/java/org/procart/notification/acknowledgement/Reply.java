package org.procart.notification.acknowledgement;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a person means by an SMS. */
sealed interface Reply {

  /** "I take it on." */
  record Accept(String code) implements Reply {}

  /** "I cannot: call the next one." */
  record Decline(String code) implements Reply {}

  /** Neither; guessing would silence an alert that nobody took. */
  record Unclear() implements Reply {}

  /** Case, spaces, punctuation and the word ACK do not count. Nothing else may stand around it. */
  static Reply read(String text) {
    String bare = text.toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    Matcher matcher = Forms.KNOWN.matcher(bare);
    if (!matcher.matches()) {
      return new Unclear();
    }
    String code = matcher.group("code");
    return "NO".equals(matcher.group("word")) ? new Decline(code) : new Accept(code);
  }

  /** The forms that are understood. */
  final class Forms {
    private static final Pattern KNOWN =
        Pattern.compile("(?<word>ACK|NO)?(?<code>[34679CDFGHJMNPQRTWXY]{5})");

    private Forms() {}
  }
}
