package org.procart.chassis.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.boot.DefaultApplicationArguments;

class OutageWatchTest {

  private final AtomicReference<String> away = new AtomicReference<>();
  private final AtomicInteger asked = new AtomicInteger();
  private final Outages outages = new Outages(Clock.systemUTC());
  private final OutageWatch watch =
      new OutageWatch(
          () -> {
            asked.incrementAndGet();
            return away.get();
          },
          outages);

  @Test
  void aServiceThatStartsSaysWhatItWaitsFor() {
    away.set("schema registry");

    watch.run(new DefaultApplicationArguments());

    assertThat(outages.current()).extracting(Outages.Outage::part).isEqualTo("schema registry");
  }

  @Test
  void anOutageEndsWhenThePartAnswersThoughNoRecordComes() {
    outages.note("store");
    away.set("store");
    watch.askAgain();
    assertThat(outages.current()).isNotNull();

    away.set(null);
    watch.askAgain();

    assertThat(outages.current()).isNull();
  }

  @Test
  void whatIsAwayNowIsSaidNotWhatWasAwayFirst() {
    outages.note("store");

    away.set("broker");
    watch.askAgain();

    assertThat(outages.current()).extracting(Outages.Outage::part).isEqualTo("broker");
  }

  @Test
  void withoutAnOutageNobodyIsAsked() {
    watch.askAgain();

    assertThat(asked).hasValue(0);
  }
}
