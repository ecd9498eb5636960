package org.procart.intake.status;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.procart.chassis.flow.Flow;
import org.procart.schemas.AlertAcknowledgement;
import org.procart.schemas.AlertChanged;
import org.procart.schemas.Evidence;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** A report is seen when a person acknowledged an alert after the report had become part of it. */
@Component
class AlertListener {

  static final String TOPIC = "pro.alert.v1";

  private final Progress progress;
  private final Flow flow;

  AlertListener(Progress progress, Flow flow) {
    this.progress = progress;
    this.flow = flow;
    flow.begin(TOPIC);
  }

  @KafkaListener(id = "alerts", idIsGroup = false, topics = TOPIC)
  void changed(ConsumerRecord<String, AlertChanged> record) {
    AlertChanged alert = record.value();
    if (alert == null) {
      flow.rejected(record.topic());
      return;
    }
    for (Evidence evidence : alert.getEvidence()) {
      String receipt = evidence.getReceipt();
      if (receipt != null) {
        seenAt(alert, evidence).ifPresent(at -> progress.seen(receipt, at));
      }
    }
    flow.processed(record.topic());
  }

  private static Optional<Instant> seenAt(AlertChanged alert, Evidence evidence) {
    return alert.getAcknowledgements().stream()
        .filter(acknowledgement -> !acknowledgement.getBy().isBlank())
        .map(AlertAcknowledgement::getAt)
        .filter(at -> !at.isBefore(evidence.getReceivedAt()))
        .min(Comparator.naturalOrder());
  }
}
