package org.procart.notification.channel.sms;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/** Counts for each supplier what it took, what arrived, and how soon. */
@Component
class SmsMetrics {

  private static final String PREFIX = "procart.notification.sms.";
  private static final String SUPPLIER = "supplier";

  /** What a callback came to. */
  enum Callback {
    TAKEN,
    FORGED,
    MALFORMED,
    TOO_OLD
  }

  private final MeterRegistry meters;

  SmsMetrics(MeterRegistry meters) {
    this.meters = meters;
  }

  /** All counters are there from the start. */
  void begin(String supplier, BooleanSupplier demoted) {
    for (String name : new String[] {"sent", "delivered", "failed"}) {
      meters.counter(PREFIX + name, SUPPLIER, supplier);
    }
    meters.timer(PREFIX + "receipt", SUPPLIER, supplier);
    Gauge.builder(PREFIX + "demoted", demoted, now -> now.getAsBoolean() ? 1 : 0)
        .strongReference(true)
        .tag(SUPPLIER, supplier)
        .register(meters);
    for (Callback outcome : Callback.values()) {
      meters.counter(PREFIX + "callbacks", SUPPLIER, supplier, "outcome", code(outcome));
    }
  }

  void sent(String supplier) {
    meters.counter(PREFIX + "sent", SUPPLIER, supplier).increment();
  }

  void delivered(String supplier, Duration after) {
    meters.counter(PREFIX + "delivered", SUPPLIER, supplier).increment();
    meters.timer(PREFIX + "receipt", SUPPLIER, supplier).record(after);
  }

  void failed(String supplier) {
    meters.counter(PREFIX + "failed", SUPPLIER, supplier).increment();
  }

  void callback(String supplier, Callback outcome) {
    meters.counter(PREFIX + "callbacks", SUPPLIER, supplier, "outcome", code(outcome)).increment();
  }

  private static String code(Callback outcome) {
    return outcome.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
