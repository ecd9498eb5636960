package org.procart.intake.schedule;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import org.procart.chassis.alarm.OperationsAlarms;
import org.procart.chassis.kafka.EventSender;
import org.procart.chassis.outbox.Outbox;
import org.procart.chassis.outbox.OutboxFactory;
import org.procart.chassis.store.Leases;
import org.procart.intake.licence.Licences;
import org.procart.intake.patient.Patients;
import org.procart.intake.protocol.Protocols;
import org.procart.intake.replan.Replanning;
import org.procart.intake.snapshot.Republication;
import org.procart.intake.snapshot.Snapshots;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class ScheduleConfiguration {

  static final String REPLAN_SCHEDULER = "replanScheduler";

  @Bean
  Diary diary(MongoDatabase database) {
    return new Diary(database.getCollection("diary"));
  }

  @Bean
  ScheduleForm scheduleForm(JsonMapper json) {
    return new ScheduleForm(json);
  }

  @Bean
  Snapshots<Planned> planSnapshots(
      ScheduleForm form, MongoDatabase database, OutboxFactory outboxes, Clock clock) {
    return new Snapshots<>(form, database, "plans", outboxes, clock);
  }

  @Bean
  Outbox planOutbox(Snapshots<Planned> planSnapshots) {
    return planSnapshots.outbox();
  }

  @Bean
  Planner planner(Patients patients, Protocols protocols, Licences licences) {
    return new Planner(patients, protocols, licences);
  }

  @Bean
  CurrentPlans currentPlans(Snapshots<Planned> planSnapshots, Planner planner) {
    return new CurrentPlans(planSnapshots, planner::plan);
  }

  @Bean
  ReplanNotes replanNotes(MongoDatabase database) {
    return new ReplanNotes(database.getCollection("replan_notes"));
  }

  @Bean
  Replanning replanning(ReplanNotes notes, CurrentPlans plans, Clock clock) {
    return new NotedReplanning(notes, plans, clock);
  }

  @Bean
  ReplanRound replanRound(
      ReplanNotes notes, CurrentPlans plans, Patients patients, Leases leases, Clock clock) {
    return new ReplanRound(notes, plans, patients, leases, clock);
  }

  @Bean
  ReplanTimer replanTimer(
      ReplanRound round,
      ReplanNotes notes,
      Snapshots<Planned> planSnapshots,
      ScheduleForm form,
      EventSender sender,
      Leases leases,
      OperationsAlarms alarms,
      Clock clock) {
    return new ReplanTimer(
        round,
        notes,
        new Republication<>(planSnapshots, form, sender, leases, clock),
        alarms,
        clock);
  }

  /** Not a candidate elsewhere: the other timers keep theirs. */
  @Bean(name = REPLAN_SCHEDULER, defaultCandidate = false)
  ThreadPoolTaskScheduler replanScheduler() {
    ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
    scheduler.setThreadNamePrefix("replan-");
    scheduler.setDaemon(true);
    return scheduler;
  }
}
