package org.procart.notification.channel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** A way to reach a person. */
public enum ChannelKind {
  SMS(true),
  EMAIL(false);

  private final boolean receipts;

  ChannelKind(boolean receipts) {
    this.receipts = receipts;
  }

  /** Whether the supplier says later if the message reached the device. */
  public boolean givesReceipts() {
    return receipts;
  }

  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  @JsonCreator
  public static ChannelKind of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
