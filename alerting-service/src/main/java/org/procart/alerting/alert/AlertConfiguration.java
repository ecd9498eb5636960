package org.procart.alerting.alert;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import org.procart.chassis.outbox.Outbox;
import org.procart.chassis.outbox.OutboxFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AlertConfiguration {

  @Bean
  AlertCollections alertCollections(MongoDatabase database) {
    AlertCollections collections =
        new AlertCollections(
            database.getCollection("alerts"), database.getCollection("alerts_archive"));
    collections
        .alerts()
        .createIndex(
            Indexes.ascending(AlertFields.OPEN_KEY), new IndexOptions().unique(true).sparse(true));
    collections.archive().createIndex(Indexes.ascending(AlertFields.SITE, AlertFields.CLOSED_AT));
    return collections;
  }

  @Bean
  Outbox alertOutbox(AlertCollections collections, OutboxFactory outboxes) {
    return outboxes.of(collections.alerts(), whenPublished -> {});
  }
}
