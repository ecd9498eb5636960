package org.procart.notification.channel.sms;

import com.twilio.exception.ApiException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.MessageCreator;
import com.twilio.type.PhoneNumber;
import java.net.URI;
import java.time.Clock;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.procart.notification.channel.Delivery;
import org.procart.notification.channel.Message;

/** SMS by Twilio's HTTP interface, with Twilio's client. */
final class TwilioSupplier implements SmsSupplier {

  private static final String USUAL = "https://api.twilio.com";
  private static final String MESSAGING_SERVICE = "MG";

  /** The account or its settings are at fault, whatever the number. */
  private static final Set<Integer> OURS = Set.of(21608, 21606, 21603, 21212, 21408);

  private final SupplierSettings settings;
  private final URI receipts;
  private final HttpContact contact;

  TwilioSupplier(SupplierSettings settings, CallbackAddress address, Clock clock) {
    this.settings = settings;
    this.receipts = URI.create(address.receipts(settings.name()));
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
    TwilioHttp http = new TwilioHttp(settings.baseUrl(USUAL));
    TwilioRestClient client =
        new TwilioRestClient.Builder(settings.accountSid(), settings.authToken())
            .httpClient(http)
            .build();
    try {
      String id = creator(message).create(client).getSid();
      contact.note(Availability.READY);
      return id == null ? new Delivery.Unclear("ANSWER_UNREADABLE") : new Delivery.Sent(id, name());
    } catch (ApiException e) {
      return fault(http, e.getCode());
    } catch (RuntimeException e) {
      return fault(http, null);
    }
  }

  private MessageCreator creator(Message message) {
    PhoneNumber to = new PhoneNumber("+" + message.address().replaceAll("\\D", ""));
    MessageCreator creator =
        settings.from().startsWith(MESSAGING_SERVICE)
            ? new MessageCreator(to, settings.from(), message.text())
            : new MessageCreator(to, new PhoneNumber(settings.from()), message.text());
    return creator.setStatusCallback(receipts);
  }

  private Delivery fault(TwilioHttp http, @Nullable Integer code) {
    int status = http.status();
    if (!http.reached()) {
      contact.note(Availability.AWAY);
      return new Delivery.RetryLater("SUPPLIER_AWAY");
    }
    if (status == 0) {
      return new Delivery.Unclear("NO_ANSWER");
    }
    if (status < 300) {
      return new Delivery.Unclear("ANSWER_UNREADABLE");
    }
    if (status == 401 || status == 403) {
      contact.note(Availability.REFUSES_US);
      return new Delivery.RetryLater("AUTHENTICATION");
    }
    if (status == 429 || status == 503) {
      return new Delivery.RetryLater("HTTP_" + status, http.retryAfter());
    }
    if (status >= 500) {
      // What stands before the supplier may answer so although the supplier took it.
      return new Delivery.Unclear("HTTP_" + status);
    }
    contact.note(
        code != null && OURS.contains(code) ? Availability.REFUSES_US : Availability.READY);
    return new Delivery.Rejected(reason(status, code));
  }

  private static String reason(int status, @Nullable Integer code) {
    return switch (code) {
      case null -> "HTTP_" + status;
      case 21211, 21214, 21217 -> "WRONG_NUMBER";
      case 21614 -> "NOT_A_MOBILE";
      case 21610 -> "OPTED_OUT";
      case 21612 -> "NO_ROUTE";
      default -> "TWILIO_" + code;
    };
  }
}
