package org.procart.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.procart.schemas.SubmissionReceived;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.kafka.test.EmbeddedKafkaBroker;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** The store goes away: nobody is told that a report is safe, and everybody is told soon. */
@IntakeTest
@TestPropertySource(
    properties = {
      "test.store-behind-a-wire=true",
      "procart.intake.queue-for=1s",
      "procart.intake.answer-within=1800ms"
    })
@DirtiesContext
class StoreOutageIT {

  private static final Wire WIRE = Parts.WIRE;

  @Autowired Clinic clinic;
  @Autowired EmbeddedKafkaBroker broker;

  @AfterEach
  void mend() {
    WIRE.mend();
  }

  @ParameterizedTest
  @ValueSource(strings = {"held up", "cut"})
  void theSenderIsToldWithinTwoSecondsAndTheResendIsTaken(String how) {
    // Given
    String patientId = clinic.enrol();
    assertThat(clinic.report(patientId, TestReports.report(patientId)).status()).isEqualTo(201);
    String body = TestReports.report(patientId, TestReports.breathless());

    // When
    if (how.equals("cut")) {
      WIRE.cut();
    } else {
      WIRE.hold();
    }
    long begun = System.nanoTime();
    Clinic.Answer answer = clinic.report(patientId, body);
    Duration waited = Duration.ofNanos(System.nanoTime() - begun);

    // Then
    assertThat(answer.status()).isEqualTo(503);
    // 1.8 s and what a busy machine adds; without the limit it would be the driver's 10 s and more.
    assertThat(waited).isLessThan(Duration.ofSeconds(4));
    assertThat(answer.headers()).containsEntry("retry-after", "5");
    assertThat(answer.receipt()).isEmpty();
    assertThat(answer.text()).contains("StructureDefinition/advice", "999");
    WIRE.mend();
    Clinic.Answer resend =
        await()
            .atMost(Duration.ofSeconds(30))
            .until(() -> clinic.report(patientId, body), again -> again.status() != 503);
    assertThat(resend.status()).isIn(200, 201);
    try (Topics<SubmissionReceived> submissions =
        new Topics<>(broker, "pro.submission.v1", SubmissionReceived.class)) {
      submissions.await(each -> resend.receipt().equals(each.getCorrelationId()));
    }
  }
}
