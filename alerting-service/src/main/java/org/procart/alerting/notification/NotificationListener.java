package org.procart.alerting.notification;

import java.time.Clock;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.procart.alerting.adherence.Watches;
import org.procart.alerting.alert.Acknowledgement;
import org.procart.alerting.alert.Alerts;
import org.procart.chassis.flow.Flow;
import org.procart.chassis.kafka.UnprocessableRecordException;
import org.procart.schemas.NotificationChanged;
import org.procart.schemas.NotificationKind;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

@Component
class NotificationListener {

  private static final String TOPIC = "pro.notification.v1";
  private static final String CANCELLED = "CANCELLED";
  private static final Set<NotificationKind> REACHED_NOBODY =
      EnumSet.of(NotificationKind.SKIPPED, NotificationKind.FAILED, NotificationKind.EXPIRED);

  private final PageLog log;
  private final Alerts alerts;
  private final Watches watches;
  private final Flow flow;
  private final Clock clock;

  NotificationListener(PageLog log, Alerts alerts, Watches watches, Flow flow, Clock clock) {
    this.log = log;
    this.alerts = alerts;
    this.watches = watches;
    this.flow = flow;
    flow.begin(TOPIC);
    this.clock = clock;
  }

  @KafkaListener(id = "notifications", idIsGroup = false, topics = TOPIC)
  void received(ConsumerRecord<String, NotificationChanged> record) {
    NotificationChanged event = record.value();
    if (event == null) {
      throw new UnprocessableRecordException("empty-notification");
    }
    if (event.getReminderId() != null) {
      followReminder(event, event.getReminderId());
      flow.processed(record.topic());
      return;
    }
    boolean first = keep(event);
    if (event.getKind() == NotificationKind.ACKNOWLEDGED) {
      alerts.acknowledge(event.getAlertId(), taken(event));
    }
    if (first) {
      flow.processed(record.topic());
    } else {
      flow.duplicate(record.topic());
    }
  }

  /**
   * What reached nobody was not heard by anybody; who must not be asked any more is not skipped.
   */
  private void followReminder(NotificationChanged event, String reminderId) {
    String patientId = event.getPatientId();
    boolean nobody =
        REACHED_NOBODY.contains(event.getKind()) && !CANCELLED.equals(event.getReason());
    if (patientId != null && nobody) {
      watches.couldNotRemind(patientId, reminderId);
    }
  }

  /** An armed timer is repeated every minute, so only its newest word is kept. */
  private boolean keep(NotificationChanged event) {
    boolean first =
        event.getKind() == NotificationKind.ARMED || log.add(event.getAlertId(), step(event));
    if (speaksOfTheTimer(event)) {
      log.armed(
          event.getAlertId(),
          new Armed(
              event.getSounding(),
              event.getRevision(),
              event.getNextStepAt(),
              clock.instant(),
              event.getReason()));
    }
    return first;
  }

  /** What became of a single message leaves the timer out, which goes on waiting. */
  private static boolean speaksOfTheTimer(NotificationChanged event) {
    return event.getNextStepAt() != null
        || event.getKind() == NotificationKind.ARMED
        || event.getKind() == NotificationKind.ENDED;
  }

  private static PageStep step(NotificationChanged event) {
    return new PageStep(
        event.getEventId(),
        event.getOccurredAt(),
        event.getKind().name(),
        event.getSounding(),
        event.getRound(),
        event.getStep(),
        event.getChannel(),
        event.getRecipientId(),
        event.getReason(),
        event.getAttemptId(),
        event.getSupplier(),
        event.getPossiblyRepeated());
  }

  private static Acknowledgement taken(NotificationChanged event) {
    return new Acknowledgement(
        event.getEventId(),
        Objects.requireNonNullElse(event.getAcknowledgedBy(), "unknown"),
        Objects.requireNonNullElse(event.getAcknowledgedRoute(), "unknown"),
        Objects.requireNonNullElse(event.getAcknowledgedAt(), event.getOccurredAt()),
        event.getSounding());
  }
}
