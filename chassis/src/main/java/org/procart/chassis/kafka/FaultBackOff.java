package org.procart.chassis.kafka;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.BackOffExecution;

/**
 * Tells the fault of a part from the fault of a record (design section 3.5). While a part does not
 * answer, the record is tried for ever; when all parts answer and the same record has failed
 * {@value #RECORD_ATTEMPTS} times, it is the record's.
 */
class FaultBackOff implements BackOff {

  static final int RECORD_ATTEMPTS = 5;
  static final long RECORD_PAUSE_MILLIS = 12_000;
  static final long FIRST_PAUSE_MILLIS = 500;
  static final long PART_PAUSE_MILLIS = 2_000;

  private final Supplier<@Nullable String> unavailablePart;
  private final Outages outages;

  FaultBackOff(Supplier<@Nullable String> unavailablePart, Outages outages) {
    this.unavailablePart = unavailablePart;
    this.outages = outages;
  }

  @Override
  public BackOffExecution start() {
    return new Execution();
  }

  private final class Execution implements BackOffExecution {

    private int failures;

    @Override
    public long nextBackOff() {
      String part = unavailablePart.get();
      if (part != null) {
        outages.begin(part);
        return PART_PAUSE_MILLIS;
      }
      outages.end();
      failures++;
      if (failures >= RECORD_ATTEMPTS) {
        return STOP;
      }
      // 0.5 s, then every 12 s: five attempts spread over less than a minute.
      return failures == 1 ? FIRST_PAUSE_MILLIS : RECORD_PAUSE_MILLIS;
    }
  }
}
