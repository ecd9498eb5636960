package org.procart.intake.submission;

import java.math.BigInteger;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.procart.schemas.event.EventId;

/**
 * The short name of a report that people read out: nine symbols of a hash and a check symbol, as
 * XXXX-XXXX-XX. It names a report and never decides whether two are the same.
 */
final class ReceiptName {

  /** No 0 O, 1 I L, 2 Z, 5 S, 8 B, U V: 23 symbols, a prime, so that the check finds all swaps. */
  private static final String ALPHABET = "34679ACDEFGHJKMNPQRTWXY";

  private static final BigInteger BASE = BigInteger.valueOf(ALPHABET.length());

  static final int SYMBOLS = 9;

  private ReceiptName() {}

  /** The {@code attempt}-th name of a report; the first that nobody has is taken. */
  static String of(String eventId, int attempt, int symbols) {
    BigInteger number =
        new BigInteger(1, HexFormat.of().parseHex(EventId.of("receipt", eventId, attempt)));
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < symbols; i++) {
      BigInteger[] parts = number.divideAndRemainder(BASE);
      name.append(ALPHABET.charAt(parts[1].intValue()));
      number = parts[0];
    }
    return grouped(name.append(check(name)));
  }

  /** What somebody typed, in the form in which it is stored; empty when a symbol is wrong. */
  static Optional<String> parse(String typed) {
    String plain = typed.toUpperCase(Locale.ROOT).replaceAll("[\\s-]", "");
    int last = plain.length() - 1;
    boolean ours = last > 0 && plain.chars().allMatch(symbol -> ALPHABET.indexOf(symbol) >= 0);
    return ours && check(plain.substring(0, last)) == plain.charAt(last)
        ? Optional.of(grouped(plain))
        : Optional.empty();
  }

  /** Weighted, so that one wrong symbol and two swapped ones are both found. */
  private static char check(CharSequence name) {
    int sum = 0;
    for (int i = 0; i < name.length(); i++) {
      sum += (i + 2) * ALPHABET.indexOf(name.charAt(i));
    }
    return ALPHABET.charAt(sum % ALPHABET.length());
  }

  private static String grouped(CharSequence symbols) {
    return symbols.toString().replaceAll("(.{4})(?=.)", "$1-");
  }
}
