package org.procart.notification.operations;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.OptionalInt;
import org.procart.notification.channel.ChannelKind;
import org.procart.notification.channel.GsmText;
import org.procart.notification.channel.Message;
import org.procart.notification.channel.Urgency;
import org.procart.notification.outgoing.Outgoing;
import org.springframework.stereotype.Component;

/** Tells the people who run the platform, by SMS and e-mail. */
@Component
class AlarmDesk {

  private static final DateTimeFormatter HOURS =
      DateTimeFormatter.ofPattern("HH:mm'Z'").withZone(ZoneOffset.UTC);

  /** Older ones are history, read from a topic's beginning. */
  private static final Duration NEWS = Duration.ofHours(24);

  private final OperationsContact contact;
  private final Outgoing outgoing;
  private final Hush hush;
  private final Clock clock;

  AlarmDesk(OperationsContact contact, Outgoing outgoing, Hush hush, Clock clock) {
    this.contact = contact;
    this.outgoing = outgoing;
    this.hush = hush;
    this.clock = clock;
  }

  /** False when it was hushed. */
  boolean tell(Alarm alarm) {
    if (alarm.at().isBefore(clock.instant().minus(NEWS))) {
      return false;
    }
    if (alarm.cleared()) {
      mail(alarm, "CLEARED", alarm.text());
      return true;
    }
    OptionalInt hushed = hush.hushedBefore(alarm.subject());
    if (hushed.isEmpty()) {
      hush.hushed(alarm.subject());
      return false;
    }
    String again = hushed.getAsInt() == 0 ? "" : " (+" + hushed.getAsInt() + " hushed)";
    sms(alarm, again);
    mail(alarm, "RAISED", alarm.text() + again);
    hush.told(alarm.subject());
    return true;
  }

  private void sms(Alarm alarm, String again) {
    String text = GsmText.plain(head(alarm) + again + ". " + alarm.text());
    String fits = text.substring(0, Math.min(text.length(), GsmText.MAX));
    outgoing.send(
        "alarm-sms-" + alarm.eventId(),
        ChannelKind.SMS,
        Message.sms(contact.sms(), fits, Urgency.ANSWER));
  }

  private void mail(Alarm alarm, String state, String text) {
    String body = head(alarm) + " " + state + "\n\n" + text + "\n";
    outgoing.send(
        "alarm-mail-" + alarm.eventId(),
        ChannelKind.EMAIL,
        Message.mail(contact.email(), head(alarm) + " " + state, body, null, Urgency.ANSWER));
  }

  private static String head(Alarm alarm) {
    String site = alarm.siteId() == null ? "" : " " + alarm.siteId();
    return "PRO-CART OPS %s %s%s %s"
        .formatted(alarm.code(), alarm.component(), site, HOURS.format(alarm.at()));
  }
}
