package org.procart.notification.channel.sms;

import com.twilio.security.RequestValidator;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Calls of Twilio: forms, signed over the public address and all fields. The signature holds no
 * time; doing the same again changes nothing, however much later.
 */
final class TwilioCallbacks implements Callbacks {

  private static final Set<String> ON_THE_WAY =
      Set.of("accepted", "scheduled", "queued", "sending", "sent", "canceled");

  /** Unreachable, blocked, unknown, a land line: 30003 to 30006. */
  private static final Set<String> PHONE = Set.of("30003", "30004", "30005", "30006");

  private final RequestValidator validator;

  TwilioCallbacks(SupplierSettings settings) {
    this.validator = new RequestValidator(settings.authToken());
  }

  @Override
  public boolean genuine(Call call) {
    return call.signature() != null
        && validator.validate(call.url(), fields(call.body()), call.signature());
  }

  @Override
  public Content receipt(Call call) {
    Map<String, String> fields = fields(call.body());
    String id = fields.getOrDefault("MessageSid", "");
    String status = fields.getOrDefault("MessageStatus", "");
    if (id.isBlank()) {
      return new Content.Unreadable();
    }
    if (ON_THE_WAY.contains(status)) {
      return new Content.OnTheWay();
    }
    return switch (status) {
      case "delivered", "read" -> new Content.Receipt(id, Fate.delivered("DELIVERED"));
      case "undelivered", "failed" -> new Content.Receipt(id, failed(fields.get("ErrorCode")));
      default -> new Content.Unreadable();
    };
  }

  private static Fate failed(@Nullable String code) {
    if (code == null || !code.matches("\\d{1,6}")) {
      return Fate.notDelivered("TWILIO_UNDELIVERED");
    }
    String reason = "TWILIO_" + code;
    return PHONE.contains(code) ? Fate.phoneNotReached(reason) : Fate.notDelivered(reason);
  }

  @Override
  public Content reply(Call call) {
    Map<String, String> fields = fields(call.body());
    String id = fields.getOrDefault("MessageSid", "");
    String from = fields.getOrDefault("From", "");
    String text = fields.get("Body");
    return id.isBlank() || from.isBlank() || text == null
        ? new Content.Unreadable()
        : new Content.Reply(id, from, text);
  }

  /** Whatever cannot be read is not there, and then the signature does not fit. */
  private static Map<String, String> fields(byte[] body) {
    Map<String, String> fields = new HashMap<>();
    for (String field : new String(body, StandardCharsets.UTF_8).split("&")) {
      int sign = field.indexOf('=');
      if (sign > 0) {
        try {
          fields.put(decoded(field.substring(0, sign)), decoded(field.substring(sign + 1)));
        } catch (IllegalArgumentException e) {
          return Map.of();
        }
      }
    }
    return fields;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
