package org.procart.notification.operations;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.OptionalInt;
import org.procart.chassis.store.Leases;
import org.procart.notification.channel.ChannelKind;
import org.procart.notification.channel.GsmText;
import org.procart.notification.channel.Message;
import org.procart.notification.channel.Urgency;
import org.procart.notification.document.KeptRecords;
import org.procart.notification.outgoing.Outgoing;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Tells the people who run the platform, by SMS and e-mail. */
@Component
class AlarmDesk {

  private static final DateTimeFormatter HOURS =
      DateTimeFormatter.ofPattern("HH:mm'Z'").withZone(ZoneOffset.UTC);

  /** Older ones are history, read from a topic's beginning. */
  private static final Duration NEWS = Duration.ofHours(24);

  private static final Duration LEASE = Duration.ofMinutes(2);

  private final OperationsContact contact;
  private final Outgoing outgoing;
  private final Hush hush;
  private final Leases leases;
  private final Clock clock;

  /** Hushed and not over yet; of each subject the last one. */
  private final KeptRecords<Alarm> waiting;

  AlarmDesk(
      OperationsContact contact,
      Outgoing outgoing,
      Hush hush,
      Leases leases,
      MongoDatabase database,
      Clock clock) {
    this.contact = contact;
    this.outgoing = outgoing;
    this.hush = hush;
    this.leases = leases;
    this.clock = clock;
    this.waiting = new KeptRecords<>(database, "operations_waiting", Alarm.class);
  }

  /** False when it was hushed. */
  synchronized boolean tell(Alarm alarm) {
    if (alarm.at().isBefore(clock.instant().minus(NEWS))) {
      return false;
    }
    return alarm.cleared() ? over(alarm) : begun(alarm);
  }

  /** Who raised it tells only of changes: what still lasts after the quiet time is told then. */
  @Scheduled(fixedDelayString = "${procart.notification.alarm-sweep:10s}")
  synchronized void tellWaiting() {
    if (leases.take("alarm-desk", LEASE)) {
      waiting.all().forEach(this::tellLate);
    }
  }

  private boolean over(Alarm alarm) {
    waiting.remove(alarm.subject());
    if (!hush.isTold(alarm.subject())) {
      return false;
    }
    mail(alarm, "CLEARED", alarm.text());
    hush.forget(alarm.subject());
    return true;
  }

  private boolean begun(Alarm alarm) {
    OptionalInt hushed = hush.hushedBefore(alarm.subject());
    if (hushed.isEmpty()) {
      waiting.put(alarm.subject(), alarm);
      hush.hushed(alarm.subject());
      return false;
    }
    raised(alarm, hushed.getAsInt());
    return true;
  }

  private void tellLate(Alarm alarm) {
    OptionalInt hushed = hush.hushedBefore(alarm.subject());
    // It was counted itself.
    hushed.ifPresent(count -> raised(alarm, Math.max(0, count - 1)));
  }

  private void raised(Alarm alarm, int hushed) {
    String again = hushed == 0 ? "" : " (+" + hushed + " hushed)";
    sms(alarm, again);
    mail(alarm, "RAISED", alarm.text() + again);
    hush.told(alarm.subject());
    waiting.remove(alarm.subject());
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
