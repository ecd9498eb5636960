package org.procart.intake.site;

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
class SiteConfiguration {

  @Bean
  SiteForm siteForm(JsonMapper json) {
    return new SiteForm(json);
  }

  @Bean
  Snapshots<Site> siteSnapshots(
      SiteForm form, MongoDatabase database, OutboxFactory outboxes, Clock clock) {
    return new Snapshots<>(form, database, "sites", outboxes, clock);
  }

  @Bean
  Outbox siteOutbox(Snapshots<Site> siteSnapshots) {
    return siteSnapshots.outbox();
  }

  @Bean
  AdviceTexts adviceTexts(MongoDatabase database, SiteForm form, Clock clock) {
    return new AdviceTexts(database.getCollection("advice_texts"), form, clock);
  }

  @Bean
  Sites sites(Snapshots<Site> siteSnapshots, AdviceTexts texts) {
    return new Sites(siteSnapshots, texts);
  }

  @Bean
  DailySites dailySites(
      Snapshots<Site> siteSnapshots,
      SiteForm form,
      EventSender sender,
      Leases leases,
      Clock clock) {
    return new DailySites(new Republication<>(siteSnapshots, form, sender, leases, clock));
  }

  record DailySites(Republication<Site> republication) {

    @Scheduled(cron = "${procart.intake.republish-cron}", zone = "UTC")
    void run() {
      republication.run();
    }
  }
}
