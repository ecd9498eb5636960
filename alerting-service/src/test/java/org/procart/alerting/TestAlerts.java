package org.procart.alerting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.procart.chassis.kafka.EventReader;
import org.procart.schemas.AlertChanged;

/** What lies on the topic of alerts for one patient. */
public record TestAlerts(EventReader reader, TestTopics topics) {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** Distinct changes, by revision. */
  public List<AlertChanged> of(String key) {
    return topics.all("pro.alert.v1").stream()
        .filter(record -> key.equals(record.key()))
        .map(record -> (AlertChanged) reader.read("pro.alert.v1", record.value()))
        .collect(
            Collectors.toMap(AlertChanged::getEventId, change -> change, (first, again) -> first))
        .values()
        .stream()
        .sorted(
            Comparator.comparing(AlertChanged::getOpenedAt)
                .thenComparing(AlertChanged::getRevision))
        .toList();
  }

  /** Waits until the patient has exactly that many changes, and gives the last one. */
  public AlertChanged last(String key, int count) {
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(of(key)).hasSize(count));
    return of(key).getLast();
  }
}
