package org.procart.chassis.kafka;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.procart.chassis.flow.FlowAutoConfiguration;
import org.procart.chassis.store.StoreAutoConfiguration;
import org.procart.chassis.time.TimeAutoConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.DefaultKafkaConsumerFactoryCustomizer;
import org.springframework.boot.kafka.autoconfigure.DefaultKafkaProducerFactoryCustomizer;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;

/** How every service of ours sends, reads, tries again and parks. */
@AutoConfiguration(
    before = KafkaAutoConfiguration.class,
    after = {
      FlowAutoConfiguration.class,
      TimeAutoConfiguration.class,
      StoreAutoConfiguration.class
    })
@EnableConfigurationProperties(RegistrySettings.class)
@Import({FaultHandlingConfiguration.class, ListenerConfiguration.class})
public class KafkaChassisAutoConfiguration {

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
  FirstArrivals firstArrivals() {
    return new FirstArrivals();
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
  OutageWatch outageWatch(PartProbes probes, Outages outages) {
    return new OutageWatch(probes::unavailablePart, outages);
  }

  @Bean
  EventReader eventReader(ConsumerFactory<Object, Object> consumers) {
    KeepBytesDeserializer deserializer = new KeepBytesDeserializer();
    deserializer.configure(consumers.getConfigurationProperties(), false);
    return new EventReader(deserializer);
  }
}
