package org.procart.intake.submission;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import org.procart.chassis.alarm.OperationsAlarms;
import org.procart.chassis.outbox.Outbox;
import org.procart.chassis.outbox.OutboxFactory;
import org.procart.chassis.security.OpenPaths;
import org.procart.intake.patient.Patients;
import org.procart.intake.questionnaire.Instruments;
import org.procart.intake.site.Sites;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class SubmissionConfiguration {

  @Bean
  OpenPaths openPaths() {
    return new OpenPaths(List.of("/fhir/metadata", "/sites/*/advice"));
  }

  @Bean
  Reports reports(MongoDatabase database) {
    return new Reports(database.getCollection("inbox"), database.getCollection("reports"));
  }

  @Bean
  Archivist archivist(Reports reports, List<WhenPublished> whenPublished) {
    return new Archivist(reports, whenPublished);
  }

  @Bean
  Outbox reportOutbox(OutboxFactory outboxes, MongoDatabase database, Archivist archivist) {
    return outboxes.of(database.getCollection("inbox"), archivist::archive);
  }

  @Bean
  StoredReports storedReports(MongoDatabase database, Reports reports, Postponed postponed) {
    return new StoredReports(database.getCollection("receipts"), reports, postponed);
  }

  @Bean
  Origins origins(Patients patients, Sites sites) {
    return new Origins(patients, sites);
  }

  @Bean
  Postponed postponed(MongoDatabase database) {
    return new Postponed(database.getCollection("postponed"));
  }

  @Bean
  RateLimit rateLimit(IntakeSettings settings) {
    return new RateLimit(settings.reportsPerMinute());
  }

  @Bean
  Reception reception(
      Instruments instruments,
      Origins origins,
      MongoDatabase database,
      Reports reports,
      Postponed postponed,
      RateLimit limit,
      Outbox reportOutbox,
      OperationsAlarms alarms,
      ReportState.Source states,
      Clock clock) {
    return new Reception(
        new Assessment(instruments, origins),
        new Receipts(database.getCollection("receipts")),
        reports,
        postponed,
        limit,
        reportOutbox,
        alarms,
        new Replies(states),
        clock);
  }

  @Bean
  Admission admission(IntakeSettings settings) {
    return new Admission(settings);
  }

  @Bean
  Desk desk(
      Reception reception,
      Origins origins,
      Admission admission,
      IntakeSettings settings,
      Clock clock,
      MeterRegistry meters) {
    return new Desk(
        reception, origins, admission, new SameAtOnce(settings.answerWithin()), clock, meters);
  }

  @Bean
  AnswerBodies answerBodies(JsonMapper json) {
    return new AnswerBodies(json);
  }
}
