package org.procart.notification.channel.sms;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.procart.notification.channel.Loopback;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * One SMS supplier; which of the settings are needed depends on its kind.
 *
 * @param name in logs, metrics, addresses of callbacks and in front of message ids
 * @param shortNumber smpp: source of our messages, to which people reply
 * @param longMessages smpp: how more than one SMS is sent
 * @param from twilio: our number, or the id (MG…) of a messaging service
 * @param template notify: id of a template whose whole text is ((body))
 * @param callbackToken notify: the bearer token with which it calls us
 * @param perSecond at most so many messages a second; null: no limit
 * @param perMinute at most so many messages a minute; null: no limit
 */
record SupplierSettings(
    @DefaultValue("") String name,
    @Nullable Kind kind,
    @DefaultValue("") String host,
    @DefaultValue("2775") int port,
    @DefaultValue("false") boolean tls,
    @DefaultValue("") String systemId,
    @DefaultValue("") String password,
    @DefaultValue("60777") String shortNumber,
    @DefaultValue("PARTS") LongMessages longMessages,
    @DefaultValue("") String accountSid,
    @DefaultValue("") String authToken,
    @DefaultValue("") String from,
    @DefaultValue("") String apiKey,
    @DefaultValue("") String template,
    @DefaultValue("") String callbackToken,
    @Nullable URI baseUrl,
    @Nullable Integer perSecond,
    @Nullable Integer perMinute) {

  /** Whose interface it is. */
  enum Kind {
    SMPP,
    TWILIO,
    NOTIFY
  }

  /** How a text is sent that one SMS does not hold. */
  enum LongMessages {
    /** As several messages that the phone puts together. */
    PARTS,
    /** As one, in the optional parameter message_payload; the supplier cuts it. */
    PAYLOAD
  }

  /** Names and cures; the same for both ways to set it. */
  static final String NO_TLS =
      "tls: must be true, because host is another machine; for a tunnel give its local end,"
          + " 127.0.0.1";

  private static final int SHORTEST_SECRET = 16;
  private static final int KEY_WITH_TWO_IDS = 74;

  /** The settings that were there before there could be several. */
  static SupplierSettings of(SmppSettings only) {
    return new SupplierSettings(
        "smpp",
        Kind.SMPP,
        only.host(),
        only.port(),
        only.tls(),
        only.systemId(),
        only.password(),
        only.shortNumber(),
        LongMessages.PARTS,
        "",
        "",
        "",
        "",
        "",
        "",
        null,
        only.perSecond(),
        null);
  }

  URI baseUrl(String usual) {
    return Objects.requireNonNullElseGet(baseUrl, () -> URI.create(usual));
  }

  /** What is wrong, each with its cure; never a value, because it may be a secret. */
  List<String> faults() {
    List<String> faults = new ArrayList<>();
    check(faults, name.matches("[a-z][a-z0-9-]{0,19}"), "name: give small letters, digits, '-'");
    check(faults, perSecond == null || perSecond > 0, "per-second: must be more than 0");
    check(faults, perMinute == null || perMinute > 0, "per-minute: must be more than 0");
    check(
        faults,
        baseUrl == null || (baseUrl.getHost() != null && (secure(baseUrl) || own(baseUrl))),
        "base-url: must begin with https://");
    switch (kind) {
      case null -> faults.add("kind: must be smpp, twilio or notify");
      case SMPP -> {
        check(faults, !host.isBlank(), "host: name the supplier's SMPP server");
        check(faults, tls || host.isBlank() || Loopback.is(host), NO_TLS);
        check(faults, !systemId.isBlank(), "system-id: the supplier gave it with the password");
      }
      case TWILIO -> {
        check(faults, accountSid.startsWith("AC"), "account-sid: begins with AC, see the console");
        check(faults, !authToken.isBlank(), "auth-token: see the console of the account");
        check(faults, !from.isBlank(), "from: give our number or the messaging service (MG…)");
      }
      case NOTIFY -> {
        check(
            faults,
            apiKey.length() >= KEY_WITH_TWO_IDS,
            "api-key: make one in Notify under API integration; give all of it");
        check(faults, uuid(template), "template: give the id of a template with ((body))");
        check(
            faults,
            callbackToken.length() >= SHORTEST_SECRET,
            "callback-token: 16 characters at least, the same as in Notify's callbacks");
      }
    }
    return faults;
  }

  private static void check(List<String> faults, boolean fine, String fault) {
    if (!fine) {
      faults.add(fault);
    }
  }

  private static boolean uuid(String text) {
    return text.matches("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");
  }

  private static boolean secure(URI url) {
    return "https".equals(url.getScheme());
  }

  /** On this machine nobody listens in between. */
  private static boolean own(URI url) {
    return "http".equals(url.getScheme()) && "127.0.0.1".equals(url.getHost());
  }

  @Override
  public String toString() {
    return "SupplierSettings[" + name + " " + kind + "]";
  }
}
