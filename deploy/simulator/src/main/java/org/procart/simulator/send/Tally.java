package org.procart.simulator.send;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.ConcurrentHistogram;
import org.procart.simulator.plan.Line;

/** What was counted while sending. */
public final class Tally {

  private static final int DIGITS = 3;

  private final Map<Integer, LongAdder> byStatus = new ConcurrentSkipListMap<>();
  private final ConcurrentHistogram micros = new ConcurrentHistogram(DIGITS);
  private final LongAdder duplicates = new LongAdder();
  private final LongAdder waits = new LongAdder();
  private final AtomicReference<Optional<String>> firstRefusal =
      new AtomicReference<>(Optional.empty());

  void answered(Line.Report report, Outcome outcome) {
    byStatus.computeIfAbsent(outcome.status(), _ -> new LongAdder()).increment();
    if (report.duplicate()) {
      duplicates.increment();
    }
    if (outcome.taken()) {
      micros.recordValue(outcome.took().toNanos() / 1000);
    }
    refusedIf(outcome, "report " + report.id());
  }

  void enrolled(String patientId, Outcome outcome) {
    refusedIf(outcome, "enrolment of " + patientId);
  }

  /** Somebody was told to wait, or was not answered, and will send the same again. */
  void waited() {
    waits.increment();
  }

  private void refusedIf(Outcome outcome, String what) {
    if (!outcome.taken()) {
      firstRefusal.updateAndGet(
          first -> first.isPresent() ? first : Optional.of(what + ": " + outcome.reason()));
    }
  }

  /** The first thing that was not taken, and why. */
  public Optional<String> firstRefusal() {
    return firstRefusal.get();
  }

  public Map<Integer, LongAdder> byStatus() {
    return byStatus;
  }

  public long duplicates() {
    return duplicates.sum();
  }

  public long waits() {
    return waits.sum();
  }

  /** How long answers took. */
  public Duration within(double percent) {
    return Duration.ofNanos(1000 * micros.getValueAtPercentile(percent));
  }
}
