package org.procart.alerting.notification;

import java.time.Clock;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
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

  private final PageLog log;
  private final Alerts alerts;
  private final Flow flow;
  private final Clock clock;

  NotificationListener(PageLog log, Alerts alerts, Flow flow, Clock clock) {
    this.log = log;
    this.alerts = alerts;
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

  /** An armed timer is repeated every minute, so only its newest word is kept. */
  private boolean keep(NotificationChanged event) {
    boolean first =
        event.getKind() == NotificationKind.ARMED || log.add(event.getAlertId(), step(event));
    if (speaksOfTheTimer(event)) {
      log.armed(
          event.getAlertId(),
          new Armed(
              event.getSounding(), event.getRevision(), event.getNextStepAt(), clock.instant()));
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
