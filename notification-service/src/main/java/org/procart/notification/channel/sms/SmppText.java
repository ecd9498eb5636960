package org.procart.notification.channel.sms;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
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
