package org.procart.chassis.kafka;

import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.kafka.listener.RetryListener;

/** Says which record failed and where in the code, without the exception's text. */
class FailureLog implements RetryListener {

  private static final Logger LOG = LoggerFactory.getLogger(FailureLog.class);

  private final MeterRegistry meters;

  FailureLog(MeterRegistry meters) {
    this.meters = meters;
  }

  @Override
  public void failedDelivery(ConsumerRecord<?, ?> record, @Nullable Exception fault, int attempt) {
    if (fault == null) {
      return;
    }
    meters.counter("procart.records.failed", "topic", record.topic()).increment();
    Throwable root = NestedExceptionUtils.getMostSpecificCause(fault);
    StackTraceElement[] trace = root.getStackTrace();
    LOG.atWarn()
        .addKeyValue("topic", record.topic())
        .addKeyValue("partition", record.partition())
        .addKeyValue("offset", record.offset())
        .addKeyValue("attempt", attempt)
        .addKeyValue("exception", root.getClass().getName())
        .addKeyValue("at", trace.length == 0 ? "" : trace[0].toString())
        .log("A record could not be processed");
  }
}
