package org.procart.notification.reminder;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Counts what became of reminders. */
@Component
class ReminderMetrics {

  private static final String REMINDERS = "procart.notification.reminders";

  private static final String ANSWERS = "procart.notification.reminder.answers";

  private final MeterRegistry meters;

  ReminderMetrics(MeterRegistry meters) {
    this.meters = meters;
    meters.counter(ANSWERS);
    for (Told.Kind kind : Told.Kind.values()) {
      meters.counter(REMINDERS, "outcome", name(kind));
    }
  }

  void count(List<Told> all) {
    all.forEach(told -> meters.counter(REMINDERS, "outcome", name(told.kind())).increment());
  }

  /** Somebody has answered a reminder, though nobody reads that. */
  void answered() {
    meters.counter(ANSWERS).increment();
  }

  private static String name(Told.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
