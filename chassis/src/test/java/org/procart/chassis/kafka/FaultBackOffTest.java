package org.procart.chassis.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.BackOffExecution;

class FaultBackOffTest {

  private final AtomicReference<String> away = new AtomicReference<>();
  private final AtomicInteger asked = new AtomicInteger();
  private final Outages outages = new Outages(Clock.systemUTC());
  private final FaultBackOff backOff =
      new FaultBackOff(
          () -> {
            asked.incrementAndGet();
            return away.get();
          },
          outages);

  @Test
  void buildingTheErrorHandlerAsksNobodyAndNotesNoOutage() {
    away.set("schema registry");

    var _ = new DefaultErrorHandler((record, fault) -> {}, backOff);

    assertThat(asked).hasValue(0);
    assertThat(outages.current()).isNull();
  }

  @Test
  void aRecordThatFailsFiveTimesWhileAllPartsAnswerIsAtFault() {
    BackOffExecution execution = backOff.start();

    assertThat(execution.nextBackOff()).isEqualTo(FaultBackOff.FIRST_PAUSE_MILLIS);
    for (int failure = 2; failure < FaultBackOff.RECORD_ATTEMPTS; failure++) {
      assertThat(execution.nextBackOff()).isEqualTo(FaultBackOff.RECORD_PAUSE_MILLIS);
    }
    assertThat(execution.nextBackOff()).isEqualTo(BackOffExecution.STOP);
  }

  @Test
  void whileAPartIsAwayARecordIsTriedForEver() {
    away.set("store");
    BackOffExecution execution = backOff.start();
    execution.nextBackOff();

    for (int failure = 2; failure < 10 * FaultBackOff.RECORD_ATTEMPTS; failure++) {
      assertThat(execution.nextBackOff()).isEqualTo(FaultBackOff.PART_PAUSE_MILLIS);
    }
    assertThat(outages.current()).extracting(Outages.Outage::part).isEqualTo("store");
  }

  @Test
  void whatFailedDuringAnOutageIsNotCountedAgainstTheRecord() {
    BackOffExecution execution = backOff.start();
    execution.nextBackOff();
    away.set("store");
    for (int failure = 0; failure < FaultBackOff.RECORD_ATTEMPTS; failure++) {
      execution.nextBackOff();
    }

    away.set(null);

    assertThat(execution.nextBackOff()).isEqualTo(FaultBackOff.RECORD_PAUSE_MILLIS);
    assertThat(outages.current()).isNull();
  }
}
