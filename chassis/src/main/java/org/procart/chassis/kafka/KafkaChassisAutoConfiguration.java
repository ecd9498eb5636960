package org.procart.chassis.kafka;

import com.mongodb.client.MongoDatabase;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.procart.chassis.alarm.OperationsAlarms;
import org.procart.chassis.flow.Flow;
import org.procart.chassis.flow.FlowAutoConfiguration;
import org.procart.chassis.store.StoreAutoConfiguration;
import org.procart.chassis.time.TimeAutoConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.ConcurrentKafkaListenerContainerFactoryConfigurer;
import org.springframework.boot.kafka.autoconfigure.DefaultKafkaConsumerFactoryCustomizer;
import org.springframework.boot.kafka.autoconfigure.DefaultKafkaProducerFactoryCustomizer;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.config.ConcurrentKafkaListenerContainerFactory;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.kafka.listener.BatchInterceptor;
import org.springframework.kafka.listener.ContainerPausingBackOffHandler;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.ListenerContainerPauseService;
import org.springframework.kafka.listener.RecordInterceptor;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.kafka.support.serializer.DeserializationException;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.FixedBackOff;

/** How every service of ours sends, reads, tries again and parks. */
@AutoConfiguration(
    before = KafkaAutoConfiguration.class,
    after = {
      FlowAutoConfiguration.class,
      TimeAutoConfiguration.class,
      StoreAutoConfiguration.class
    })
@EnableConfigurationProperties(RegistrySettings.class)
public class KafkaChassisAutoConfiguration {

  private static final BackOff AT_ONCE = new FixedBackOff(0, 0);

  @Bean
  EventSender eventSender(
      KafkaTemplate<String, Object> kafka, @Value("${spring.application.name}") String service) {
    return new EventSender(kafka, "/procart/" + service);
  }

  /** The template of Boot, typed for our events. */
  @Bean
  KafkaTemplate<String, Object> kafkaTemplate(ProducerFactory<String, Object> producers) {
    return new KafkaTemplate<>(producers);
  }

  /** Both clients' names for the registry's address, whichever is on the class path. */
  @Bean
  DefaultKafkaProducerFactoryCustomizer producersFindTheRegistry(RegistrySettings registry) {
    return factory -> factory.updateConfigs(registry.clientSettings());
  }

  @Bean
  DefaultKafkaConsumerFactoryCustomizer consumersFindTheRegistry(RegistrySettings registry) {
    return factory -> factory.updateConfigs(registry.clientSettings());
  }

  @Bean
  InFlight inFlight() {
    return new InFlight();
  }

  @Bean
  Outages outages(Clock clock) {
    return new Outages(clock);
  }

  @Bean
  ListenersHealth listenersHealthIndicator(
      KafkaListenerEndpointRegistry registry, Outages outages) {
    return new ListenersHealth(registry, outages);
  }

  @Bean(destroyMethod = "close")
  Admin probeAdmin(KafkaProperties kafka, KafkaConnectionDetails connection) {
    Map<String, Object> settings = kafka.buildAdminProperties();
    settings.put("bootstrap.servers", connection.getAdmin().getBootstrapServers());
    settings.put("default.api.timeout.ms", "4000");
    settings.put("request.timeout.ms", "3000");
    return Admin.create(settings);
  }

  @Bean
  PartProbes partProbes(
      ObjectProvider<MongoDatabase> store, Admin broker, RegistrySettings registry) {
    return new PartProbes(store.getIfAvailable(), broker, registry.url());
  }

  @Bean
  DefaultErrorHandler errorHandler(
      ProducerFactory<String, Object> producers,
      @Value("${spring.kafka.consumer.group-id}") String group,
      OperationsAlarms alarms,
      Flow flow,
      InFlight inFlight,
      PartProbes probes,
      Outages outages,
      KafkaListenerEndpointRegistry registry,
      ObjectProvider<TaskScheduler> schedulers) {
    BackOff byFault = new FaultBackOff(probes::unavailablePart, outages);
    DefaultErrorHandler handler =
        new DefaultErrorHandler(
            new DeadLetters(bytesTemplate(producers), group, alarms, flow, inFlight),
            byFault,
            new ContainerPausingBackOffHandler(
                new ListenerContainerPauseService(registry, schedulers.getObject())));
    // Whether bytes or the registry are at fault is for the back-off to find out.
    handler.removeClassification(DeserializationException.class);
    handler.setBackOffFunction((record, fault) -> backOff(record, fault, byFault, probes, outages));
    handler.setResetStateOnExceptionChange(false);
    handler.setCommitRecovered(true);
    // Its own lines carry exception texts, which may quote what a patient wrote.
    handler.setLogLevel(KafkaException.Level.DEBUG);
    handler.setRetryListeners(new FailureLog());
    return handler;
  }

  private static BackOff backOff(
      ConsumerRecord<?, ?> record,
      Exception fault,
      BackOff byFault,
      PartProbes probes,
      Outages outages) {
    String code = DeadLetters.code(fault);
    if (code.startsWith("failed-repeatedly:")) {
      return byFault;
    }
    if (OriginalBytes.fault(record) == null) {
      return AT_ONCE; // the listener says that this record can never be processed
    }
    String part = probes.unavailablePart();
    if (part == null) {
      return AT_ONCE;
    }
    outages.begin(part);
    return byFault;
  }

  private static KafkaTemplate<String, Object> bytesTemplate(
      ProducerFactory<String, Object> producers) {
    Map<String, Object> settings = new HashMap<>(producers.getConfigurationProperties());
    settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class);
    settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    return new KafkaTemplate<>(new DefaultKafkaProducerFactory<>(settings));
  }

  /** Counts a record when it arrives first, not when it is tried again. */
  @Bean
  RecordInterceptor<Object, Object> countsReceived(Flow flow, InFlight inFlight, Outages outages) {
    return new RecordInterceptor<>() {
      @Override
      public ConsumerRecord<Object, Object> intercept(
          ConsumerRecord<Object, Object> record, Consumer<Object, Object> consumer) {
        if (firstDelivery(record)) {
          flow.received(record.topic());
        }
        inFlight.begin(record);
        return record;
      }

      @Override
      public void success(
          ConsumerRecord<Object, Object> record, Consumer<Object, Object> consumer) {
        inFlight.end(record);
        outages.end();
      }
    };
  }

  private static boolean firstDelivery(ConsumerRecord<?, ?> record) {
    var attempt = record.headers().lastHeader(KafkaHeaders.DELIVERY_ATTEMPT);
    return attempt == null || ByteBuffer.wrap(attempt.value()).getInt() == 1;
  }

  @Bean
  ConcurrentKafkaListenerContainerFactory<Object, Object> kafkaListenerContainerFactory(
      ConcurrentKafkaListenerContainerFactoryConfigurer boot,
      ConsumerFactory<Object, Object> consumers) {
    return factory(boot, consumers);
  }

  @Bean
  ConcurrentKafkaListenerContainerFactory<Object, Object> batchListenerContainerFactory(
      ConcurrentKafkaListenerContainerFactoryConfigurer boot,
      ConsumerFactory<Object, Object> consumers,
      Outages outages) {
    ConcurrentKafkaListenerContainerFactory<Object, Object> factory = factory(boot, consumers);
    factory.setBatchInterceptor(endsOutage(outages));
    factory.setBatchListener(true);
    factory.getContainerProperties().setAckMode(ContainerProperties.AckMode.BATCH);
    return factory;
  }

  private static BatchInterceptor<Object, Object> endsOutage(Outages outages) {
    return new BatchInterceptor<>() {
      @Override
      public ConsumerRecords<Object, Object> intercept(
          ConsumerRecords<Object, Object> records, Consumer<Object, Object> consumer) {
        return records;
      }

      @Override
      public void success(
          ConsumerRecords<Object, Object> records, Consumer<Object, Object> consumer) {
        outages.end();
      }
    };
  }

  @Bean
  ConcurrentKafkaListenerContainerFactory<Object, Object> rawListenerContainerFactory(
      ConcurrentKafkaListenerContainerFactoryConfigurer boot,
      ConsumerFactory<Object, Object> consumers) {
    Map<String, Object> settings = new HashMap<>(consumers.getConfigurationProperties());
    settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    return factory(boot, new DefaultKafkaConsumerFactory<>(settings));
  }

  private static ConcurrentKafkaListenerContainerFactory<Object, Object> factory(
      ConcurrentKafkaListenerContainerFactoryConfigurer boot,
      ConsumerFactory<Object, Object> consumers) {
    ConcurrentKafkaListenerContainerFactory<Object, Object> factory =
        new ConcurrentKafkaListenerContainerFactory<>();
    boot.configure(factory, consumers);
    ContainerProperties container = factory.getContainerProperties();
    container.setDeliveryAttemptHeader(true);
    container.setShutdownTimeout(Duration.ofSeconds(15).toMillis());
    container.setSyncCommits(true);
    return factory;
  }

  @Bean
  EventReader eventReader(ConsumerFactory<Object, Object> consumers) {
    KeepBytesDeserializer deserializer = new KeepBytesDeserializer();
    deserializer.configure(consumers.getConfigurationProperties(), false);
    return new EventReader(deserializer);
  }
}
