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
      failures++;
      if (failures == 1) {
        // Nobody is asked yet: Spring calls this once, without a record, to build the handler.
        return FIRST_PAUSE_MILLIS;
      }
      String part = unavailablePart.get();
      outages.note(part);
      if (part != null) {
        failures--; // the part's, not the record's
        return PART_PAUSE_MILLIS;
      }
      // 0.5 s, then every 12 s: five attempts spread over less than a minute.
      return failures < RECORD_ATTEMPTS ? RECORD_PAUSE_MILLIS : STOP;
    }
  }
}
