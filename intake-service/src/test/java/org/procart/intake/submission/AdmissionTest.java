package org.procart.intake.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.procart.intake.submission.Admission.BusyException;
import org.springframework.util.unit.DataSize;

class AdmissionTest {

  private final CountDownLatch storeAnswers = new CountDownLatch(1);

  @Test
  void whoWaitsTooLongIsToldSoAndTheNextOneToo() {
    try (Admission admission = new Admission(settings(1))) {
      // When
      long begun = System.nanoTime();
      assertThatThrownBy(() -> admission.within(this::waitForStore))
          .isInstanceOf(BusyException.class);
      assertThatThrownBy(() -> admission.within(() -> "second")).isInstanceOf(BusyException.class);

      // Then
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(2));
      storeAnswers.countDown();
      Awaitility.await()
          .ignoreException(BusyException.class)
          .untilAsserted(() -> assertThat(admission.within(() -> "third")).isEqualTo("third"));
    }
  }

  @Test
  void aFaultOfTheWorkIsTheCallersToSee() {
    try (Admission admission = new Admission(settings(1))) {
      assertThatThrownBy(
              () ->
                  admission.within(
                      () -> {
                        throw new IllegalArgumentException("fault");
                      }))
          .isInstanceOf(IllegalArgumentException.class);
      assertThat(admission.within(() -> "free again")).isEqualTo("free again");
    }
  }

  private boolean waitForStore() throws InterruptedException {
    return storeAnswers.await(10, TimeUnit.SECONDS);
  }

  private static IntakeSettings settings(int atOnce) {
    return new IntakeSettings(
        atOnce,
        Duration.ofMillis(100),
        Duration.ofMillis(200),
        60,
        DataSize.ofKilobytes(256),
        DataSize.ofMegabytes(4),
        200);
  }
}
