package org.procart.notification.channel.sms;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.OptionalParameter;
import org.procart.notification.channel.GsmText;

/** Text of an inbound message, whatever alphabet the phone chose. */
final class SmppText {

  private static final int UCS2 = 8;
  private static final int LATIN1 = 3;
  private static final int HEADER_INDICATOR = 0x40;

  private SmppText() {}

  static String of(DeliverSm message) {
    byte[] octets = withoutHeader(message, octets(message));
    return switch (message.getDataCoding() & 0x0F) {
      case UCS2 -> new String(octets, StandardCharsets.UTF_16BE);
      case LATIN1 -> new String(octets, StandardCharsets.ISO_8859_1);
      default -> GsmText.decode(octets);
    };
  }

  /**
   * A part of a long message.
   *
   * @param reference the same in all its parts
   * @param number of this part, from 1
   */
  record Part(String reference, int count, int number, String text) {

    @Override
    public String toString() {
      return "Part[…]";
    }
  }

  /** Empty: it is whole. */
  static Optional<Part> part(DeliverSm message) {
    byte[] octets = octets(message);
    byte[] header = Arrays.copyOf(octets, octets.length - withoutHeader(message, octets).length);
    for (int i = 1; i + 1 < header.length; i += 2 + header[i + 1]) {
      int length = header[i + 1];
      boolean joined = (header[i] == 0 && length == 3) || (header[i] == 8 && length == 4);
      if (length < 0 || i + 2 + length > header.length) {
        return Optional.empty();
      }
      if (joined) {
        int end = i + 2 + length;
        String reference = HexFormat.of().formatHex(header, i + 2, end - 2);
        int count = Byte.toUnsignedInt(header[end - 2]);
        int number = Byte.toUnsignedInt(header[end - 1]);
        return count > 1 && number > 0 && number <= count
            ? Optional.of(new Part(reference, count, number, of(message)))
            : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static byte[] octets(DeliverSm message) {
    OptionalParameter.Message_payload payload =
        message.getOptionalParameter(OptionalParameter.Message_payload.class);
    byte[] inBody = message.getShortMessage();
    if (payload != null && (inBody == null || inBody.length == 0)) {
      return payload.getValue();
    }
    return inBody == null ? new byte[0] : inBody;
  }

  private static byte[] withoutHeader(DeliverSm message, byte[] octets) {
    boolean header = (message.getEsmClass() & HEADER_INDICATOR) != 0 && octets.length > 0;
    int length = header ? Math.min(octets.length, 1 + Byte.toUnsignedInt(octets[0])) : 0;
    return Arrays.copyOfRange(octets, length, octets.length);
  }
}
