package org.procart.notification.channel.sms;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls of GOV.UK Notify: JSON, with a bearer token that we gave them. */
final class NotifyCallbacks implements Callbacks {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final byte[] expected;
  private final Duration window;
  private final Clock clock;

  NotifyCallbacks(SupplierSettings settings, Duration window, Clock clock) {
    this.expected = ("Bearer " + settings.callbackToken()).getBytes(StandardCharsets.UTF_8);
    this.window = window;
    this.clock = clock;
  }

  @Override
  public boolean genuine(Call call) {
    String given = call.authorization();
    return given != null && MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), expected);
  }

  @Override
  public Content receipt(Call call) {
    JsonNode body = read(call.body());
    String id = text(body, "id");
    String status = text(body, "status");
    if (id == null || id.isBlank() || status == null) {
      return new Content.Unreadable();
    }
    if (tooOld(text(body, "completed_at"))) {
      return new Content.TooOld();
    }
    return switch (status) {
      case "delivered" -> new Content.Receipt(id, Fate.delivered("DELIVERED"));
      case "permanent-failure" ->
          new Content.Receipt(id, Fate.phoneNotReached("NOTIFY_PERMANENT_FAILURE"));
      case "temporary-failure" ->
          new Content.Receipt(id, Fate.phoneNotReached("NOTIFY_TEMPORARY_FAILURE"));
      case "technical-failure" ->
          new Content.Receipt(id, Fate.notDelivered("NOTIFY_TECHNICAL_FAILURE"));
      case "created", "sending", "pending", "sent" -> new Content.OnTheWay();
      default -> new Content.Unreadable();
    };
  }

  @Override
  public Content reply(Call call) {
    JsonNode body = read(call.body());
    String id = text(body, "id");
    String from = text(body, "source_number");
    String text = text(body, "message");
    return id == null || id.isBlank() || from == null || from.isBlank() || text == null
        ? new Content.Unreadable()
        : new Content.Reply(id, from, text);
  }

  /** A reply is never too old: somebody waits for its answer. */
  private boolean tooOld(@Nullable String completedAt) {
    if (completedAt == null) {
      return false;
    }
    try {
      Instant at = OffsetDateTime.parse(completedAt).toInstant();
      return at.isBefore(clock.instant().minus(window));
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static @Nullable JsonNode read(byte[] body) {
    try {
      return JSON.readTree(body);
    } catch (JacksonException e) {
      return null;
    }
  }

  private static @Nullable String text(@Nullable JsonNode body, String field) {
    JsonNode value = body == null ? null : body.get(field);
    return value == null || !value.isString() ? null : value.stringValue();
  }
}
