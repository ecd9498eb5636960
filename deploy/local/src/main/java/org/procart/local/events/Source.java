package org.procart.local.events;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.procart.local.command.CommandException;

/** Where the events come from: all partitions, or what a group has not read yet. */
final class Source {

  private final String bootstrap;
  private final EventsOptions options;

  Source(String bootstrap, EventsOptions options) {
    this.bootstrap = bootstrap;
    this.options = options;
  }

  KafkaConsumer<byte[], byte[]> open() throws CommandException {
    check();
    KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings());
    if (options.group().isPresent()) {
      consumer.subscribe(List.of(options.topic()));
    } else {
      List<TopicPartition> partitions =
          consumer.partitionsFor(options.topic()).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      place(consumer, partitions);
    }
    return consumer;
  }

  private void place(KafkaConsumer<byte[], byte[]> consumer, List<TopicPartition> partitions) {
    if (options.fromBeginning()) {
      consumer.seekToBeginning(partitions);
    } else {
      consumer.seekToEnd(partitions);
    }
    partitions.forEach(consumer::position);
  }

  private void check() throws CommandException {
    try (Admin admin =
        Admin.create(
            Map.of(
                CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG,
                bootstrap,
                CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG,
                5_000,
                CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG,
                10_000))) {
      Set<String> topics = new TreeSet<>(admin.listTopics().names().get());
      if (!topics.contains(options.topic())) {
        throw new CommandException(
            CommandException.MACHINE,
            "There is no topic '" + options.topic() + "'; the topics are " + names(topics) + ".");
      }
      if (options.group().isPresent()) {
        refuseBusy(admin, options.group().get());
      }
    } catch (ExecutionException e) {
      throw new CommandException(
          CommandException.OTHER, "The broker at " + bootstrap + " does not answer.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CommandException(CommandException.OTHER, "Interrupted.");
    }
  }

  /** Reading as a group that works would take its events away from it. */
  private static void refuseBusy(Admin admin, String group)
      throws ExecutionException, InterruptedException, CommandException {
    try {
      Map<String, ConsumerGroupDescription> described =
          admin.describeConsumerGroups(List.of(group)).all().get();
      if (described.values().stream().anyMatch(one -> !one.members().isEmpty())) {
        throw new CommandException(
            CommandException.MACHINE,
            "The group '" + group + "' is at work and would lose events to you: name another.");
      }
    } catch (ExecutionException e) {
      // A group that nobody ever used is free.
      if (!(e.getCause() instanceof GroupIdNotFoundException)) {
        throw e;
      }
    }
  }

  private static String names(Set<String> topics) {
    return topics.stream().filter(name -> !name.startsWith("_")).collect(Collectors.joining(", "));
  }

  private Map<String, Object> settings() {
    Map<String, Object> settings = new HashMap<>();
    settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
    settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(
        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, options.fromBeginning() ? "earliest" : "latest");
    options.group().ifPresent(group -> settings.put(ConsumerConfig.GROUP_ID_CONFIG, group));
    return settings;
  }
}
