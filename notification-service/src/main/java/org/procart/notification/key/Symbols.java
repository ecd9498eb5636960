package org.procart.notification.key;

import java.security.SecureRandom;

/** Random names that people can read aloud and type, and ones that nobody can guess. */
final class Symbols {

  /**
   * No look-alikes; no vowel, so that no word comes out; neither O nor K, so that a code can be
   * told from NO and ACK.
   */
  static final String CODE_ALPHABET = "34679CDFGHJMNPQRTWXY";

  static final int CODE_LENGTH = 5;

  private static final String TOKEN_ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

  /** 22 of 62 symbols: 131 bits. Letters and digits are the same in every SMS alphabet. */
  private static final int TOKEN_LENGTH = 22;

  private final SecureRandom random = new SecureRandom();

  String code() {
    return pick(CODE_ALPHABET, CODE_LENGTH);
  }

  String token() {
    return pick(TOKEN_ALPHABET, TOKEN_LENGTH);
  }

  private String pick(String alphabet, int length) {
    StringBuilder picked = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      picked.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return picked.toString();
  }
}
