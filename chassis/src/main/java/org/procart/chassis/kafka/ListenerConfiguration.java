package org.procart.chassis.kafka;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.procart.chassis.flow.Flow;
import org.springframework.boot.kafka.autoconfigure.ConcurrentKafkaListenerContainerFactoryConfigurer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.ConcurrentKafkaListenerContainerFactory;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.RecordInterceptor;

/** The ways in which a listener gets its records: one by one, in batches, or as raw bytes. */
@Configuration(proxyBeanMethods = false)
class ListenerConfiguration {

  /** Counts a record when it arrives first, not when it is tried again. */
  @Bean
  RecordInterceptor<Object, Object> countsReceived(
      Flow flow, FirstArrivals arrivals, InFlight inFlight) {
    return new RecordInterceptor<>() {
      @Override
      public ConsumerRecord<Object, Object> intercept(
          ConsumerRecord<Object, Object> record, Consumer<Object, Object> consumer) {
        if (arrivals.isFirst(record)) {
          flow.received(record.topic());
        }
        inFlight.begin(record);
        return record;
      }

      @Override
      public void success(
          ConsumerRecord<Object, Object> record, Consumer<Object, Object> consumer) {
        inFlight.end(record);
      }
    };
  }

  @Bean
  ConcurrentKafkaListenerContainerFactory<Object, Object> kafkaListenerContainerFactory(
      ConcurrentKafkaListenerContainerFactoryConfigurer boot,
      ConsumerFactory<Object, Object> consumers,
      FirstArrivals arrivals) {
    return factory(boot, consumers, arrivals);
  }

  @Bean
  ConcurrentKafkaListenerContainerFactory<Object, Object> batchListenerContainerFactory(
      ConcurrentKafkaListenerContainerFactoryConfigurer boot,
      ConsumerFactory<Object, Object> consumers,
      FirstArrivals arrivals) {
    ConcurrentKafkaListenerContainerFactory<Object, Object> factory =
        factory(boot, consumers, arrivals);
    factory.setBatchListener(true);
    factory.getContainerProperties().setAckMode(ContainerProperties.AckMode.BATCH);
    return factory;
  }

  @Bean
  ConcurrentKafkaListenerContainerFactory<Object, Object> rawListenerContainerFactory(
      ConcurrentKafkaListenerContainerFactoryConfigurer boot,
      ConsumerFactory<Object, Object> consumers,
      FirstArrivals arrivals) {
    Map<String, Object> settings = new HashMap<>(consumers.getConfigurationProperties());
    settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    return factory(boot, new DefaultKafkaConsumerFactory<>(settings), arrivals);
  }

  private static ConcurrentKafkaListenerContainerFactory<Object, Object> factory(
      ConcurrentKafkaListenerContainerFactoryConfigurer boot,
      ConsumerFactory<Object, Object> consumers,
      FirstArrivals arrivals) {
    ConcurrentKafkaListenerContainerFactory<Object, Object> factory =
        new ConcurrentKafkaListenerContainerFactory<>();
    boot.configure(factory, consumers);
    ContainerProperties container = factory.getContainerProperties();
    container.setShutdownTimeout(Duration.ofSeconds(15).toMillis());
    container.setSyncCommits(true);
    container.setConsumerRebalanceListener(forgets(arrivals));
    return factory;
  }

  /** Somebody else may work on the partitions meanwhile, or an operator rewind them. */
  private static ConsumerAwareRebalanceListener forgets(FirstArrivals arrivals) {
    return new ConsumerAwareRebalanceListener() {
      @Override
      public void onPartitionsRevokedAfterCommit(
          Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        arrivals.forget(partitions);
      }

      @Override
      public void onPartitionsLost(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        arrivals.forget(partitions);
      }
    };
  }
}
