package org.procart.notification.channel.sms;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;
import org.procart.notification.channel.Delivery;
import org.procart.notification.channel.Message;
import org.procart.notification.channel.UrlConnections;
import uk.gov.service.notify.NotificationClient;
import uk.gov.service.notify.NotificationClientException;

/** SMS by GOV.UK Notify, with its client. */
final class NotifySupplier implements SmsSupplier {

  private static final String USUAL = "https://api.notifications.service.gov.uk";

  private final SupplierSettings settings;
  private final NotificationClient client;
  private final HttpContact contact;

  NotifySupplier(SupplierSettings settings, Clock clock) {
    UrlConnections.beCareful();
    this.settings = settings;
    this.client = new NotificationClient(settings.apiKey(), settings.baseUrl(USUAL).toString());
    this.contact = new HttpContact(clock);
  }

  @Override
  public String name() {
    return settings.name();
  }

  @Override
  public Availability availability() {
    return contact.availability();
  }

  @Override
  public boolean resting() {
    return contact.resting();
  }

  @Override
  public Delivery send(Message message) {
    Map<String, String> body = Map.of("body", message.text());
    try {
      var answer = client.sendSms(settings.template(), message.address(), body, "");
      contact.note(Availability.READY);
      return new Delivery.Sent(answer.getNotificationId().toString(), name());
    } catch (NotificationClientException e) {
      return e.getCause() instanceof IOException fault
          ? broken(fault)
          : refused(e.getHttpResult(), String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      // They answered "created", and the rest is not what it should be.
      return new Delivery.Unclear("ANSWER_UNREADABLE");
    }
  }

  private Delivery broken(IOException fault) {
    if (notReached(fault)) {
      contact.note(Availability.AWAY);
      return new Delivery.RetryLater("SUPPLIER_AWAY");
    }
    return new Delivery.Unclear("NO_ANSWER");
  }

  private static boolean notReached(IOException fault) {
    return switch (fault) {
      case ConnectException _, UnknownHostException _, SSLHandshakeException _ -> true;
      case SocketTimeoutException timeout ->
          String.valueOf(timeout.getMessage()).toLowerCase(Locale.ROOT).contains("connect");
      default -> false;
    };
  }

  private Delivery refused(int status, String words) {
    if (status == 401 || status == 403) {
      contact.note(Availability.REFUSES_US);
      return new Delivery.RetryLater("AUTHENTICATION");
    }
    if (status == 429 || status == 503) {
      boolean day = words.contains("TooManyRequestsError");
      return new Delivery.RetryLater(day ? "DAILY_LIMIT" : "HTTP_" + status);
    }
    if (status >= 500) {
      // What stands before the supplier may answer so although the supplier took it.
      return new Delivery.Unclear("HTTP_" + status);
    }
    if (status < 400) {
      return new Delivery.Unclear("ANSWER_UNREADABLE");
    }
    @Nullable String number = aboutTheNumber(words);
    contact.note(number == null ? Availability.REFUSES_US : Availability.READY);
    return new Delivery.Rejected(number == null ? ours(status, words) : number);
  }

  /** All that we send besides the number is the same each time, and set by us. */
  private static @Nullable String aboutTheNumber(String words) {
    if (words.contains("ValidationError") && words.contains("phone_number")) {
      return "WRONG_NUMBER";
    }
    return words.contains("international mobile numbers") ? "NO_ROUTE" : null;
  }

  private static String ours(int status, String words) {
    if (words.contains("team-only") || words.contains("trial mode")) {
      return "TEAM_ONLY";
    }
    return words.contains("ValidationError") || words.contains("BadRequestError")
        ? "NOTIFY_SETTINGS"
        : "HTTP_" + status;
  }
}
