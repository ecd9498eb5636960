package org.procart.notification.parts;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Twilio's interface for messages, in the shapes that its documentation shows. */
public final class FakeTwilio extends FakeHttp {

  public static final String ACCOUNT = "AC00000000000000000000000000000001";
  public static final String TOKEN = "0123456789abcdef0123456789abcdef";

  public void refuses(int status, int code) {
    says(status, fault(status, code));
  }

  public void isBusyFor(int seconds) {
    says(new Answer(429, fault(429, 20429), Map.of("Retry-After", "" + seconds)));
  }

  private static String fault(int status, int code) {
    return """
    {"code": %d, "message": "It was refused", \
    "more_info": "https://www.twilio.com/docs/errors/%d", "status": %d}\
    """
        .formatted(code, code, status);
  }

  @Override
  protected Asked read(String path, String body, String authorization) {
    Map<String, String> fields =
        Arrays.stream(body.split("&"))
            .map(field -> field.split("=", 2))
            .collect(Collectors.toMap(field -> field[0], field -> decoded(field[1])));
    return path.equals("/2010-04-01/Accounts/" + ACCOUNT + "/Messages.json")
        ? new Asked(
            fields.get("To"), fields.get("Body"), "SM%032d".formatted(nextNumber()), authorization)
        : null;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  @Override
  protected Answer created(Asked message) {
    return new Answer(
        201,
        """
        {"account_sid": "%s", "api_version": "2010-04-01", "body": "…", \
        "date_created": "Thu, 24 Aug 2023 05:01:45 +0000", \
        "date_sent": null, "date_updated": "Thu, 24 Aug 2023 05:01:45 +0000", \
        "direction": "outbound-api", "error_code": null, "error_message": null, \
        "from": "+15005550006", "messaging_service_sid": null, "num_media": "0", \
        "num_segments": "1", "price": null, "price_unit": null, "sid": "%s", \
        "status": "queued", "subresource_uris": {}, "to": "%s", \
        "uri": "/2010-04-01/Accounts/%s/Messages/%s.json"}\
        """
            .formatted(ACCOUNT, message.id(), message.to(), ACCOUNT, message.id()));
  }

  public static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** As Twilio signs: the address and all fields in their order, by HMAC-SHA1 with the token. */
  public static String signature(String url, String form) {
    Map<String, String> fields = new TreeMap<>();
    for (String field : form.split("&")) {
      String[] pair = field.split("=", 2);
      fields.put(
          URLDecoder.decode(pair[0], StandardCharsets.UTF_8),
          URLDecoder.decode(pair[1], StandardCharsets.UTF_8));
    }
    StringBuilder signed = new StringBuilder(url);
    fields.forEach((name, value) -> signed.append(name).append(value));
    try {
      var mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(TOKEN.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
      return Base64.getEncoder()
          .encodeToString(mac.doFinal(signed.toString().getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
