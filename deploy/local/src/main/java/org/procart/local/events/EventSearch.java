package org.procart.local.events;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.procart.local.command.CommandException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Looks for one event of a topic. */
public final class EventSearch {

  private static final Duration POLL = Duration.ofMillis(200);

  private final String bootstrap;
  private final String registryApi;
  private final Clock clock;

  public EventSearch(String bootstrap, String registryApi, Clock clock) {
    this.bootstrap = bootstrap;
    this.registryApi = registryApi;
    this.clock = clock;
  }

  /** The value of the first event that fits, as deploy/events would print it. */
  public Optional<JsonNode> first(String topic, Predicate<JsonNode> fits, Instant deadline)
      throws CommandException {
    EventLine line = new EventLine(new Decoder(registryApi));
    EventsOptions all =
        new EventsOptions(topic, true, Optional.empty(), Optional.empty(), Path.of(""));
    try (KafkaConsumer<byte[], byte[]> consumer = new Source(bootstrap, all).open()) {
      while (clock.instant().isBefore(deadline)) {
        for (ConsumerRecord<byte[], byte[]> event : consumer.poll(POLL)) {
          JsonNode value = JsonMapper.shared().readTree(line.of(event)).path("value");
          if (fits.test(value)) {
            return Optional.of(value);
          }
        }
      }
      return Optional.empty();
    }
  }
}
