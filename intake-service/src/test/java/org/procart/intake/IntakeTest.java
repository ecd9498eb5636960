package org.procart.intake;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.kafka.test.context.EmbeddedKafka;
import org.springframework.test.context.ContextConfiguration;

/** The whole service on a real broker and a real store; one context for all such tests. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = Parts.class)
@Import(Clinic.class)
@EmbeddedKafka(
    partitions = 1,
    topics = {
      "pro.site.v1",
      "pro.patient.v1",
      "pro.schedule.v1",
      "pro.submission.v1",
      "pro.score.v1",
      "pro.score.v1.intake-dlt",
      "pro.alert.v1",
      "pro.alert.v1.intake-dlt",
      "pro.operations.v1",
      "pro.heartbeat.v1"
    })
public @interface IntakeTest {}
