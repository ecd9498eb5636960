package org.procart.local.captured;

import java.util.Locale;

/** Telephone numbers and mail addresses are compared as people do: by what matters in them. */
final class Address {

  private Address() {}

  static boolean same(String one, String other) {
    return plain(one).equals(plain(other));
  }

  /** A number becomes its digits, a mail address lower case. */
  static String plain(String address) {
    String text = address.strip();
    return text.contains("@")
        ? text.toLowerCase(Locale.ROOT)
        : text.replaceAll("[^0-9A-Za-z]", "").replaceFirst("^00", "");
  }
}
