package org.procart.local.captured;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jsmpp.bean.Alphabet;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.SubmitSm;

/** One short message as it was handed in: whole, or one part of a longer one. */
record Fragment(int reference, int parts, int number, String text) {

  private static final int CONCATENATION_8 = 0x00;
  private static final int CONCATENATION_16 = 0x08;

  static Fragment of(SubmitSm submit) {
    byte[] octets = octets(submit);
    Alphabet alphabet = Alphabet.parseDataCoding(submit.getDataCoding());
    if (!submit.isUdhi() || octets.length == 0) {
      return new Fragment(0, 1, 1, decode(octets, alphabet));
    }
    int headerEnd = Math.min(1 + (octets[0] & 0xff), octets.length);
    byte[] header = Arrays.copyOfRange(octets, 1, headerEnd);
    String text = decode(Arrays.copyOfRange(octets, headerEnd, octets.length), alphabet);
    return ofHeader(header, text);
  }

  boolean whole() {
    return parts <= 1;
  }

  private static byte[] octets(SubmitSm submit) {
    OptionalParameter.Message_payload payload =
        submit.getOptionalParameter(OptionalParameter.Message_payload.class);
    if (payload != null) {
      return payload.getValue();
    }
    byte[] octets = submit.getShortMessage();
    return octets == null ? new byte[0] : octets;
  }

  private static Fragment ofHeader(byte[] header, String text) {
    int at = 0;
    while (at + 1 < header.length) {
      int element = header[at] & 0xff;
      int length = header[at + 1] & 0xff;
      int data = at + 2;
      if (element == CONCATENATION_8 && length == 3 && data + 3 <= header.length) {
        return new Fragment(header[data] & 0xff, header[data + 1], header[data + 2], text);
      }
      if (element == CONCATENATION_16 && length == 4 && data + 4 <= header.length) {
        int reference = (header[data] & 0xff) << 8 | (header[data + 1] & 0xff);
        return new Fragment(reference, header[data + 2], header[data + 3], text);
      }
      at = data + length;
    }
    return new Fragment(0, 1, 1, text);
  }

  private static String decode(byte[] octets, Alphabet alphabet) {
    return switch (alphabet) {
      case ALPHA_UCS2 -> new String(octets, StandardCharsets.UTF_16BE);
      case ALPHA_LATIN1 -> new String(octets, StandardCharsets.ISO_8859_1);
      case ALPHA_IA5 -> new String(octets, StandardCharsets.US_ASCII);
      default -> GsmAlphabet.decode(octets);
    };
  }
}
