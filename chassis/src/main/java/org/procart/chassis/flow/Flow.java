package org.procart.chassis.flow;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * Counts what became of every record: {@code received = processed + duplicate + rejected +
 * dead-lettered}. A redelivered record is received once. Metric {@code procart.flow} with tags
 * {@code topic} and {@code outcome}; never a patient or an event as tag.
 */
public final class Flow {

  static final String METER = "procart.flow";

  private final MeterRegistry meters;

  public Flow(MeterRegistry meters) {
    this.meters = meters;
  }

  public void received(String topic) {
    counter(topic, "received").increment();
  }

  public void processed(String topic) {
    counter(topic, "processed").increment();
  }

  public void duplicate(String topic) {
    counter(topic, "duplicate").increment();
  }

  public void rejected(String topic) {
    counter(topic, "rejected").increment();
  }

  public void deadLettered(String topic) {
    counter(topic, "dead-lettered").increment();
  }

  /** Makes the counters of a topic exist at zero, so that an absent series means trouble. */
  public void begin(String topic) {
    for (String outcome :
        new String[] {"received", "processed", "duplicate", "rejected", "dead-lettered"}) {
      counter(topic, outcome);
    }
  }

  private Counter counter(String topic, String outcome) {
    return meters.counter(METER, "topic", topic, "outcome", outcome);
  }
}
