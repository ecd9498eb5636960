package org.procart.schemas.event;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Deterministic ids: the same fact made twice gets the same id (design section 3.2). */
public final class EventId {

  private EventId() {}

  /**
   * SHA-256 over the parts, each with its length in front so that ("ab","c") and ("a","bc") differ.
   *
   * @return 64 lower-case hexadecimal digits
   */
  public static String of(String kind, @Nullable Object... parts) {
    MessageDigest digest = sha256();
    update(digest, kind);
    for (@Nullable Object part : parts) {
      update(digest, String.valueOf(part));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void update(MessageDigest digest, String part) {
    byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
    digest.update(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JVM has SHA-256", e);
    }
  }
}
