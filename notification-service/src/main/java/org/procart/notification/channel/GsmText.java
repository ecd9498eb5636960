package org.procart.notification.channel;

import java.io.ByteArrayOutputStream;
import java.text.Normalizer;

/** Text in the GSM 03.38 default alphabet, in which an SMS holds 160 characters. */
public final class GsmText {

  public static final int MAX = 160;

  private static final String BASIC =
      "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\u001bÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
          + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
  private static final String EXTENDED = "\f^{}\\[~]|€";
  private static final byte[] EXTENDED_CODES = {
    0x0A, 0x14, 0x28, 0x29, 0x2F, 0x3C, 0x3D, 0x3E, 0x40, 0x65
  };
  private static final int ESCAPE = 0x1B;

  private GsmText() {}

  /** Septets that the text takes; it must be {@linkplain #plain plain}. */
  public static int length(String text) {
    return encode(text).length;
  }

  /**
   * The text with what the alphabet lacks replaced: accents dropped, the rest as a question mark.
   */
  public static String plain(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    text.codePoints().forEach(symbol -> plain.append(plain(symbol)));
    return plain.toString();
  }

  /** One octet for each septet, as SMPP wants it. */
  public static byte[] encode(String text) {
    ByteArrayOutputStream octets = new ByteArrayOutputStream();
    for (char symbol : plain(text).toCharArray()) {
      int basic = BASIC.indexOf(symbol);
      if (basic >= 0) {
        octets.write(basic);
      } else {
        octets.write(ESCAPE);
        octets.write(EXTENDED_CODES[EXTENDED.indexOf(symbol)]);
      }
    }
    return octets.toByteArray();
  }

  public static String decode(byte[] octets) {
    StringBuilder text = new StringBuilder(octets.length);
    boolean escaped = false;
    for (byte octet : octets) {
      if (octet == ESCAPE) {
        escaped = true;
      } else {
        text.append(escaped ? extended(octet) : basic(octet));
        escaped = false;
      }
    }
    return text.toString();
  }

  private static char basic(byte octet) {
    return octet >= 0 && octet < BASIC.length() ? BASIC.charAt(octet) : '?';
  }

  private static char extended(byte octet) {
    for (int i = 0; i < EXTENDED_CODES.length; i++) {
      if (EXTENDED_CODES[i] == octet) {
        return EXTENDED.charAt(i);
      }
    }
    return '?';
  }

  private static String plain(int symbol) {
    String text = Character.toString(symbol);
    if (known(text)) {
      return text;
    }
    String bare = Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    return !bare.isEmpty() && bare.chars().allMatch(c -> known(Character.toString(c))) ? bare : "?";
  }

  private static boolean known(String symbol) {
    return !symbol.equals("\u001b") && (BASIC.contains(symbol) || EXTENDED.contains(symbol));
  }
}
