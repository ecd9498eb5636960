package org.procart.alerting.stream;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.procart.chassis.kafka.EventReader;
import org.procart.schemas.AlertChanged;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Reads every change of every alert, in each instance and without a group, so that a screen hears
 * all of them whichever instance it is connected to.
 */
final class AlertTail implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(AlertTail.class);
  private static final String TOPIC = "pro.alert.v1";
  private static final Duration LOOKS_BACK = Duration.ofHours(1);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Map<String, Object> settings;
  private final EventReader reader;
  private final RecentAlerts recent;
  private final Clock clock;
  private volatile boolean running;
  private volatile @Nullable Thread thread;

  AlertTail(
      Map<String, Object> kafkaSettings, EventReader reader, RecentAlerts recent, Clock clock) {
    this.settings = new HashMap<>(kafkaSettings);
    settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class);
    settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
    this.reader = reader;
    this.recent = recent;
    this.clock = clock;
  }

  @Override
  public void start() {
    running = true; // before the thread that looks at it
    thread = Thread.ofPlatform().daemon().name("alert-tail").start(this::readOn);
  }

  @Override
  public void stop() {
    running = false;
    Thread reading = thread;
    thread = null;
    recent.closeAll();
    if (reading != null) {
      reading.interrupt();
      try {
        reading.join(PAUSE.multipliedBy(5));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** A broker or a topic that is away is waited for; what is read again is only told again. */
  private void readOn() {
    while (isRunning()) {
      try (Consumer<String, byte[]> consumer = new KafkaConsumer<>(settings)) {
        begin(consumer);
        while (isRunning()) {
          consumer.poll(POLL).forEach(this::add);
        }
      } catch (InterruptException e) {
        LOG.atDebug().log("The tail of alerts was stopped");
      } catch (RuntimeException e) { // whatever it is, a silent tail would be worse
        LOG.atWarn()
            .addKeyValue("fault", e.getClass().getName())
            .log("The tail of alerts begins again");
        pause();
      }
    }
  }

  private void begin(Consumer<String, byte[]> consumer) {
    List<TopicPartition> partitions =
        consumer.partitionsFor(TOPIC).stream()
            .map(info -> new TopicPartition(TOPIC, info.partition()))
            .toList();
    if (partitions.isEmpty()) { // a topic that is just being made; without any, polling fails
      throw new UnknownTopicOrPartitionException(TOPIC);
    }
    consumer.assign(partitions);
    Instant from = clock.instant().minus(LOOKS_BACK);
    Map<TopicPartition, Long> times = new HashMap<>();
    partitions.forEach(partition -> times.put(partition, from.toEpochMilli()));
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    Map<TopicPartition, OffsetAndTimestamp> found = consumer.offsetsForTimes(times);
    for (TopicPartition partition : partitions) {
      OffsetAndTimestamp earlier = found.get(partition);
      long fresh = earlier == null ? ends.getOrDefault(partition, 0L) : earlier.offset();
      consumer.seek(partition, readOnFrom(partition.partition(), fresh));
    }
  }

  /** After a fault the tail goes on where it was. */
  private long readOnFrom(int partition, long fresh) {
    OptionalLong next = recent.next(partition);
    if (next.isEmpty()) {
      recent.begin(partition, fresh);
    }
    return next.orElse(fresh);
  }

  private void add(ConsumerRecord<String, byte[]> record) {
    try {
      SpecificRecord event = reader.read(TOPIC, record.value());
      recent.add(record.partition(), record.offset(), (AlertChanged) event);
    } catch (RuntimeException e) {
      LOG.atWarn()
          .addKeyValue("partition", record.partition())
          .addKeyValue("offset", record.offset())
          .log("A change that cannot be read is left out of the streams");
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
