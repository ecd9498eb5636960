package org.procart.schemas.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.procart.schemas.GeneratedFile;

class CatalogueTest {

  private final Catalogue catalogue = Catalogue.load();

  @Test
  void thePageForPeopleIsCurrent() {
    GeneratedFile.isCurrent(Path.of("../docs/schemas.md"), new CataloguePage(catalogue).text());
  }

  @Test
  void theTopicsAreThoseOfTheContractAndTheTwoOfAdherence() {
    assertThat(catalogue.topics())
        .extracting(entry -> entry.topic() + " " + entry.schema().getName() + " " + entry.key())
        .containsExactlyInAnyOrder(
            "pro.site.v1 SiteChanged siteId",
            "pro.patient.v1 PatientChanged patientId",
            "pro.schedule.v1 ScheduleChanged patientId",
            "pro.submission.v1 SubmissionReceived patientId",
            "pro.score.v1 ScoreComputed patientId",
            "pro.alert.v1 AlertChanged patientId",
            "pro.notification.v1 NotificationChanged patientId",
            "pro.reminder.v1 ReminderDue patientId",
            "pro.heartbeat.v1 ServiceBeat service",
            "pro.operations.v1 OperationsAlarm component");
  }

  @Test
  void aTopicKeepsTheLastStateOrThirtyDays() {
    assertThat(catalogue.topics())
        .allSatisfy(
            entry ->
                assertThat(entry.retentionDays())
                    .isEqualTo(entry.compacted() ? null : (Object) 30));
  }

  @Test
  void deadLettersAreNamedByTopicAndGroup() {
    assertThat(catalogue.topic("pro.score.v1").deadLetterTopics())
        .containsExactly("pro.score.v1.alerting-dlt", "pro.score.v1.intake-dlt");
    assertThat(catalogue.topic("pro.score.v1").subject()).isEqualTo("pro.score.v1-value");
  }

  @Test
  void aTopicThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> catalogue.topic("pro.nothing.v1"))
        .hasMessageContaining("pro.nothing.v1");
  }
}
