package org.procart.local.captured;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** GSM 03.38 default alphabet with its extension table, one septet an octet (3GPP TS 23.038). */
final class GsmAlphabet {

  private static final String BASIC =
      "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\u001bÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
          + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
  private static final int ESCAPE = 0x1b;
  private static final Map<Integer, Character> EXTENSION =
      Map.of(
          0x0a, '\f', 0x14, '^', 0x28, '{', 0x29, '}', 0x2f, '\\', 0x3c, '[', 0x3d, '~', 0x3e, ']',
          0x40, '|', 0x65, '€');

  private GsmAlphabet() {}

  static String decode(byte[] octets) {
    StringBuilder text = new StringBuilder(octets.length);
    for (int at = 0; at < octets.length; at++) {
      int septet = octets[at] & 0x7f;
      if (septet == ESCAPE && at + 1 < octets.length) {
        at++;
        text.append(EXTENSION.getOrDefault(octets[at] & 0x7f, ' ').charValue());
      } else {
        text.append(BASIC.charAt(septet));
      }
    }
    return text.toString();
  }

  /** Octets for the alphabet, or none when a character is not in it. */
  static byte[] encode(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int at = 0; at < text.length(); at++) {
      out.append(septets(text.charAt(at)));
    }
    return out.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  static boolean covers(String text) {
    return text.chars().allMatch(c -> BASIC.indexOf(c) >= 0 || EXTENSION.containsValue((char) c));
  }

  private static String septets(char character) {
    int basic = BASIC.indexOf(character);
    if (basic >= 0) {
      return String.valueOf((char) basic);
    }
    return EXTENSION.entrySet().stream()
        .filter(entry -> entry.getValue() == character)
        .map(entry -> "" + (char) ESCAPE + (char) (int) entry.getKey())
        .findFirst()
        .orElse("?");
  }
}
