package org.procart.notification.channel.sms;

import java.util.HashMap;
import java.util.Map;
import org.procart.notification.parts.FakeNotify;
import org.procart.notification.parts.FakeTwilio;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Settings as an operator writes them. */
final class TestSuppliers {

  private static final String PREFIX = "procart.notification.sms";

  private TestSuppliers() {}

  static Map<String, String> twilio(String url) {
    return new HashMap<>(
        Map.of(
            "name",
            "cloud",
            "kind",
            "twilio",
            "account-sid",
            FakeTwilio.ACCOUNT,
            "auth-token",
            FakeTwilio.TOKEN,
            "from",
            "+15005550006",
            "base-url",
            url));
  }

  static Map<String, String> notify(String url) {
    return new HashMap<>(
        Map.of(
            "name",
            "gov",
            "kind",
            "notify",
            "api-key",
            FakeNotify.KEY,
            "template",
            FakeNotify.TEMPLATE,
            "callback-token",
            "a-token-of-our-own",
            "base-url",
            url));
  }

  @SafeVarargs
  static SmsSettings settings(Map<String, String>... suppliers) {
    Map<String, String> all = new HashMap<>();
    for (int i = 0; i < suppliers.length; i++) {
      String place = PREFIX + ".suppliers[" + i + "].";
      suppliers[i].forEach((name, value) -> all.put(place + name, value));
    }
    return bind(all);
  }

  static SmsSettings bind(Map<String, String> all) {
    return new Binder(new MapConfigurationPropertySource(all))
        .bindOrCreate(PREFIX, SmsSettings.class);
  }
}
