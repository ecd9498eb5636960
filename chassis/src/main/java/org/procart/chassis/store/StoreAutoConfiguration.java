package org.procart.chassis.store;

import com.mongodb.ConnectionString;
import com.mongodb.MongoException;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;

/** One database a service, majority writes, and an answer within two seconds when it is away. */
@AutoConfiguration(after = MongoAutoConfiguration.class)
@ConditionalOnProperty("spring.mongodb.uri")
public class StoreAutoConfiguration {

  private static final long SELECTION_TIMEOUT_MILLIS = 1_200;
  private static final int CONNECT_TIMEOUT_MILLIS = 1_000;
  private static final int READ_TIMEOUT_MILLIS = 10_000;
  private static final int MAX_CONNECTIONS = 64;

  @Bean
  static MongoClientSettingsBuilderCustomizer boundedStore() {
    return settings ->
        settings
            .applyToClusterSettings(
                cluster ->
                    cluster.serverSelectionTimeout(SELECTION_TIMEOUT_MILLIS, TimeUnit.MILLISECONDS))
            .applyToConnectionPoolSettings(
                pool ->
                    pool.maxSize(MAX_CONNECTIONS)
                        .maxWaitTime(SELECTION_TIMEOUT_MILLIS, TimeUnit.MILLISECONDS))
            .applyToSocketSettings(
                socket ->
                    socket
                        .connectTimeout(CONNECT_TIMEOUT_MILLIS, TimeUnit.MILLISECONDS)
                        .readTimeout(READ_TIMEOUT_MILLIS, TimeUnit.MILLISECONDS));
  }

  @Bean
  @ConditionalOnBean(MongoClient.class)
  MongoDatabase database(MongoClient client, @Value("${spring.mongodb.uri}") String uri) {
    String name =
        Objects.requireNonNull(
            new ConnectionString(uri).getDatabase(),
            "spring.mongodb.uri must end with the name of the service's database");
    return client
        .getDatabase(name)
        .withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
        .withReadConcern(ReadConcern.MAJORITY)
        .withReadPreference(ReadPreference.primary());
  }

  @Bean
  @ConditionalOnBean(MongoClient.class)
  HealthIndicator storeHealthIndicator(MongoDatabase database) {
    return () -> {
      try {
        database.runCommand(new Document("ping", 1));
        return Health.up().build();
      } catch (MongoException e) {
        return Health.down().withDetail("exception", e.getClass().getName()).build();
      }
    };
  }

  @Bean
  @ConditionalOnBean(MongoClient.class)
  Leases leases(MongoDatabase database, Clock clock) {
    return new Leases(database.getCollection("leases"), clock);
  }
}
