package org.procart.local.broker;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/** Makes every topic of the catalogue and a dead-letter topic for each group that reads it. */
public final class Topics {

  private static final int DEAD_LETTER_DAYS = 30;

  private final String bootstrap;
  private final int mostPartitions;

  /** On one machine a few partitions are enough; production takes the catalogue's number. */
  public Topics(String bootstrap, int mostPartitions) {
    this.bootstrap = bootstrap;
    this.mostPartitions = mostPartitions;
  }

  /** Makes what is missing; safe to repeat. Returns how many were made. */
  public int create(TopicCatalogue catalogue) throws ExecutionException, InterruptedException {
    try (Admin admin = Admin.create(settings())) {
      Set<String> present = admin.listTopics().names().get();
      List<NewTopic> missing =
          catalogue
              .entries()
              .flatMap(this::topics)
              .filter(topic -> !present.contains(topic.name()))
              .toList();
      admin.createTopics(missing).all().get();
      return missing.size();
    }
  }

  private Stream<NewTopic> topics(TopicCatalogue.Entry entry) {
    int partitions = Math.min(entry.partitions(), mostPartitions);
    NewTopic topic = new NewTopic(entry.topic(), partitions, (short) 1).configs(keeping(entry));
    Stream<NewTopic> deadLetters =
        entry.deadLetters().stream()
            .map(name -> new NewTopic(name, partitions, (short) 1).configs(days(DEAD_LETTER_DAYS)));
    return Stream.concat(Stream.of(topic), deadLetters);
  }

  private static Map<String, String> keeping(TopicCatalogue.Entry entry) {
    if (entry.compacted()) {
      return Map.of(
          TopicConfig.CLEANUP_POLICY_CONFIG,
          TopicConfig.CLEANUP_POLICY_COMPACT,
          TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG,
          millis(1));
    }
    Integer retention = entry.retentionDays();
    return days(retention == null ? DEAD_LETTER_DAYS : retention);
  }

  private static Map<String, String> days(int days) {
    return Map.of(
        TopicConfig.CLEANUP_POLICY_CONFIG,
        TopicConfig.CLEANUP_POLICY_DELETE,
        TopicConfig.RETENTION_MS_CONFIG,
        millis(days));
  }

  private static String millis(int days) {
    return Long.toString(Duration.ofDays(days).toMillis());
  }

  private Map<String, Object> settings() {
    return Map.of(
        AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
        bootstrap,
        AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
        10_000,
        AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
        30_000);
  }
}
