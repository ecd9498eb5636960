package org.procart.notification.alert;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.procart.chassis.flow.Flow;
import org.procart.notification.escalation.Escalation;
import org.procart.notification.escalation.Escalations;
import org.procart.notification.escalation.Page;
import org.procart.notification.escalation.Wake;
import org.procart.notification.policy.EscalationPolicy;
import org.procart.notification.policy.Level;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.stereotype.Component;

/**
 * An alert that we could not read may be a patient in need: the platform desk hears where it lies.
 */
@Component
class UnreadableAlertListener {

  private static final String TOPIC = AlertListener.TOPIC + ".notification-dlt";

  private final Escalations escalations;
  private final Wake wake;
  private final Flow flow;
  private final Clock clock;

  UnreadableAlertListener(Escalations escalations, Wake wake, Flow flow, Clock clock) {
    this.escalations = escalations;
    this.wake = wake;
    this.flow = flow;
    this.clock = clock;
    flow.begin(TOPIC);
  }

  @KafkaListener(
      id = "unreadable-alerts",
      idIsGroup = false,
      topics = TOPIC,
      containerFactory = "rawListenerContainerFactory")
  void on(ConsumerRecord<String, byte[]> record) {
    Page page = page(record);
    String id = Escalations.id(page.alertId(), page.sounding());
    boolean fresh =
        escalations.begin(
            Escalation.begun(
                id, page, EscalationPolicy.standard("").at(Level.RED), clock.instant()));
    wake.soon(id);
    if (fresh) {
      flow.processed(TOPIC);
    } else {
      flow.duplicate(TOPIC);
    }
  }

  private static Page page(ConsumerRecord<String, byte[]> record) {
    Header partition = record.headers().lastHeader(KafkaHeaders.DLT_ORIGINAL_PARTITION);
    Header offset = record.headers().lastHeader(KafkaHeaders.DLT_ORIGINAL_OFFSET);
    long where = offset == null ? record.offset() : ByteBuffer.wrap(offset.value()).getLong();
    int part = partition == null ? record.partition() : ByteBuffer.wrap(partition.value()).getInt();
    return new Page(
        "unreadable-" + part + "-" + where,
        0,
        1,
        Level.RED,
        record.key(),
        null,
        null,
        false,
        "UNREADABLE p%d o%d key %s".formatted(part, where, record.key()),
        ZoneOffset.UTC,
        Instant.ofEpochMilli(record.timestamp()),
        Page.UNREADABLE,
        null,
        null);
  }
}
