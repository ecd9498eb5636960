package org.procart.intake.status;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import org.procart.chassis.alarm.OperationsAlarms;
import org.procart.chassis.kafka.EventSender;
import org.procart.chassis.store.Leases;
import org.procart.intake.submission.ReportState;
import org.procart.intake.submission.StoredReports;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class StatusConfiguration {

  @Bean
  Progress progress(MongoDatabase database) {
    return new Progress(database.getCollection("progress"));
  }

  @Bean
  ReportState.Source reportStates(Progress progress) {
    return receipt -> progress.of(receipt).state();
  }

  @Bean
  AwaitedScores awaitedScores(MongoDatabase database, Progress progress) {
    return new AwaitedScores(database.getCollection("awaited_scores"), progress);
  }

  @Bean
  MissingScores missingScores(
      AwaitedScores awaited,
      Progress progress,
      StoredReports reports,
      EventSender sender,
      OperationsAlarms alarms,
      Leases leases,
      Clock clock,
      StatusSettings settings) {
    return new MissingScores(awaited, progress, reports, sender, alarms, leases, clock, settings);
  }
}
