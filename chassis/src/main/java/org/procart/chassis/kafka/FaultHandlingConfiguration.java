package org.procart.chassis.kafka;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.procart.chassis.alarm.OperationsAlarms;
import org.procart.chassis.flow.Flow;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.kafka.listener.ContainerPausingBackOffHandler;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.ListenerContainerPauseService;
import org.springframework.kafka.support.serializer.DeserializationException;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.FixedBackOff;

/** What becomes of a record that could not be processed. */
@Configuration(proxyBeanMethods = false)
class FaultHandlingConfiguration {

  private static final BackOff AT_ONCE = new FixedBackOff(0, 0);

  @Bean
  DefaultErrorHandler errorHandler(
      ProducerFactory<String, Object> producers,
      @Value("${spring.kafka.consumer.group-id}") String group,
      OperationsAlarms alarms,
      Flow flow,
      FirstArrivals arrivals,
      InFlight inFlight,
      MeterRegistry meters,
      PartProbes probes,
      Outages outages,
      KafkaListenerEndpointRegistry registry,
      ObjectProvider<TaskScheduler> schedulers) {
    BackOff byFault = new FaultBackOff(probes::unavailablePart, outages);
    DefaultErrorHandler handler =
        new DefaultErrorHandler(
            new DeadLetters(bytesTemplate(producers), group, alarms, flow, arrivals, inFlight),
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
    handler.setRetryListeners(new FailureLog(meters));
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
    if (code.equals(DeadLetters.REGISTRY_UNAVAILABLE)) {
      return byFault;
    }
    String part = probes.unavailablePart();
    if (part == null) {
      return AT_ONCE;
    }
    outages.note(part);
    return byFault;
  }

  private static KafkaTemplate<String, Object> bytesTemplate(
      ProducerFactory<String, Object> producers) {
    Map<String, Object> settings = new HashMap<>(producers.getConfigurationProperties());
    settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class);
    settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    return new KafkaTemplate<>(new DefaultKafkaProducerFactory<>(settings));
  }
}
