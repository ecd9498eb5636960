package org.procart.intake.patient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.procart.intake.Clinic;
import org.procart.intake.IntakeTest;
import org.procart.intake.Topics;
import org.procart.schemas.PatientChanged;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.kafka.test.EmbeddedKafkaBroker;

@IntakeTest
class RepublicationIT {

  @Autowired Clinic clinic;
  @Autowired EmbeddedKafkaBroker broker;
  @Autowired PatientConfiguration.DailyPatients daily;

  @Test
  void onceADayTheCurrentStateIsPublishedAgainUnderTheSameId() {
    // Given
    String patientId = clinic.enrol();
    clinic.enrol(patientId, Clinic.SITE, "COMPLETED", true);
    try (Topics<PatientChanged> patients =
        new Topics<>(broker, "pro.patient.v1", PatientChanged.class)) {
      patients.await(each -> patientId.equals(each.getPatientId()) && each.getRevision() == 2);

      // When
      daily.run();

      // Then
      await()
          .untilAsserted(
              () -> {
                List<PatientChanged> second =
                    patients.all(
                        each -> patientId.equals(each.getPatientId()) && each.getRevision() == 2);
                assertThat(second).hasSize(2);
                assertThat(second.getFirst().getEventId()).isEqualTo(second.get(1).getEventId());
                assertThat(second.get(1).getStatus()).isEqualTo("COMPLETED");
              });
    }
  }
}
