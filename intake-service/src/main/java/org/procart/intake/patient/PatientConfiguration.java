package org.procart.intake.patient;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import org.procart.chassis.kafka.EventSender;
import org.procart.chassis.outbox.Outbox;
import org.procart.chassis.outbox.OutboxFactory;
import org.procart.chassis.store.Leases;
import org.procart.intake.snapshot.Republication;
import org.procart.intake.snapshot.Snapshots;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.Scheduled;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class PatientConfiguration {

  @Bean
  PatientForm patientForm(JsonMapper json) {
    return new PatientForm(json);
  }

  @Bean
  Snapshots<Patient> patientSnapshots(
      PatientForm form, MongoDatabase database, OutboxFactory outboxes, Clock clock) {
    return new Snapshots<>(form, database, "patients", outboxes, clock);
  }

  @Bean
  Outbox patientOutbox(Snapshots<Patient> patientSnapshots) {
    return patientSnapshots.outbox();
  }

  @Bean
  Patients patients(Snapshots<Patient> patientSnapshots) {
    return new Patients(patientSnapshots);
  }

  @Bean
  DailyPatients dailyPatients(
      Snapshots<Patient> patientSnapshots,
      PatientForm form,
      EventSender sender,
      Leases leases,
      Clock clock) {
    return new DailyPatients(new Republication<>(patientSnapshots, form, sender, leases, clock));
  }

  record DailyPatients(Republication<Patient> republication) {

    @Scheduled(cron = "${procart.intake.republish-cron}", zone = "UTC")
    void run() {
      republication.run();
    }
  }
}
