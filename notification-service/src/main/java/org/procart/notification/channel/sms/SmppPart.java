package org.procart.notification.channel.sms;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jsmpp.bean.Alphabet;
import org.procart.notification.channel.GsmText;
import org.procart.notification.channel.sms.SupplierSettings.LongMessages;

/**
 * What goes into one submission: a whole text, or a part that the phone joins to the others by the
 * header in front of it.
 */
record SmppPart(byte[] octets, Alphabet alphabet, boolean withHeader, boolean inPayload) {

  private static final int MOST_PARTS = 255;
  private static final byte HEADER_LENGTH = 6;
  private static final byte JOINED_BY_16_BITS = 8;
  private static final byte JOINED_LENGTH = 4;

  /** How much of an alphabet one SMS holds, alone or with the header. */
  private enum Room {
    /** One octet here stands for seven bits in the air: 160, or 152 beside the header. */
    GSM(160, 152),
    UCS2(140, 132);

    private final int alone;
    private final int joined;

    Room(int alone, int joined) {
      this.alone = alone;
      this.joined = joined;
    }
  }

  static List<SmppPart> of(String text, LongMessages longMessages) {
    boolean gsm = GsmText.plain(text).equals(text);
    byte[] octets = gsm ? GsmText.encode(text) : text.getBytes(StandardCharsets.UTF_16BE);
    Alphabet alphabet = gsm ? Alphabet.ALPHA_DEFAULT : Alphabet.ALPHA_UCS2;
    Room room = gsm ? Room.GSM : Room.UCS2;
    if (octets.length <= room.alone) {
      return List.of(new SmppPart(octets, alphabet, false, false));
    }
    return longMessages == LongMessages.PAYLOAD
        ? List.of(new SmppPart(octets, alphabet, false, true))
        : joined(cut(text, gsm, room.joined), alphabet);
  }

  private static List<SmppPart> joined(List<byte[]> pieces, Alphabet alphabet) {
    int reference = ThreadLocalRandom.current().nextInt(1 << 16);
    List<SmppPart> parts = new ArrayList<>();
    int count = Math.min(pieces.size(), MOST_PARTS);
    for (int i = 0; i < count; i++) {
      ByteArrayOutputStream octets = new ByteArrayOutputStream();
      octets.writeBytes(
          new byte[] {
            HEADER_LENGTH,
            JOINED_BY_16_BITS,
            JOINED_LENGTH,
            (byte) (reference >> 8),
            (byte) reference,
            (byte) count,
            (byte) (i + 1)
          });
      octets.writeBytes(pieces.get(i));
      parts.add(new SmppPart(octets.toByteArray(), alphabet, true, false));
    }
    return parts;
  }

  /** Never within a symbol: an escape and what it escapes, or a pair of surrogates. */
  private static List<byte[]> cut(String text, boolean gsm, int room) {
    List<byte[]> pieces = new ArrayList<>();
    ByteArrayOutputStream piece = new ByteArrayOutputStream();
    text.codePoints()
        .mapToObj(Character::toString)
        .map(symbol -> gsm ? GsmText.encode(symbol) : symbol.getBytes(StandardCharsets.UTF_16BE))
        .forEach(
            symbol -> {
              if (piece.size() + symbol.length > room) {
                pieces.add(piece.toByteArray());
                piece.reset();
              }
              piece.writeBytes(symbol);
            });
    pieces.add(piece.toByteArray());
    return pieces;
  }

  @Override
  public String toString() {
    return "SmppPart[…]";
  }
}
