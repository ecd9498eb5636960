package org.procart.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.procart.chassis.kafka.EventReader;
import org.procart.chassis.kafka.EventSender;
import org.procart.local.LocalParts;
import org.procart.local.part.Part;
import org.procart.schemas.ScoreComputed;
import org.procart.scoring.score.TestReports;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A service that starts while the schema registry is away waits, says so and goes on by itself. */
class RegistryOutageIT {

  private static final Duration SOON = Duration.ofSeconds(30);

  @TempDir private static Path directory;
  private static LocalParts parts;
  private static TestTopics topics;
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    parts = LocalParts.start(directory, Set.of(Part.KAFKA, Part.SCHEMA_REGISTRY));
    topics = new TestTopics(parts.bootstrapServers());
  }

  @AfterAll
  static void stop() {
    parts.close();
    HTTP.close();
  }

  @Test
  void onAQuietTopicTheServiceBecomesReadyWhenTheRegistryComes() throws Exception {
    parts.process(Part.SCHEMA_REGISTRY).kill();
    try (ConfigurableApplicationContext service = service("quiet")) {
      assertThat(ask(service, "liveness").statusCode()).isEqualTo(200);
      assertThat(ask(service, "readiness").statusCode()).isEqualTo(503);
      assertThat(ask(service, "readiness").body())
          .contains("\"waitsFor\":\"schema registry\"", "\"submissions\":\"runs\"");

      parts.start(Part.SCHEMA_REGISTRY);

      awaitReady(service);
      send(service, "after-the-outage");
      awaitScore(service, "after-the-outage");
    }
  }

  @Test
  void aReportThatCameBeforeIsScoredWhenTheRegistryComes() throws Exception {
    try (ConfigurableApplicationContext before =
        service("before", "--spring.kafka.listener.auto-startup=false")) {
      send(before, "before-the-outage");
    }
    parts.process(Part.SCHEMA_REGISTRY).kill();
    try (ConfigurableApplicationContext service = service("scoring")) {
      await()
          .atMost(SOON)
          .untilAsserted(
              () ->
                  assertThat(
                          service
                              .getBean(MeterRegistry.class)
                              .counter("procart.records.failed", "topic", "pro.submission.v1")
                              .count())
                      .isGreaterThan(1));
      assertThat(ask(service, "readiness").statusCode()).isEqualTo(503);

      parts.start(Part.SCHEMA_REGISTRY);

      awaitScore(service, "before-the-outage");
      awaitReady(service);
    }
    assertThat(topics.all("pro.submission.v1.scoring-dlt")).isEmpty();
  }

  private static ConfigurableApplicationContext service(String group, String... more) {
    List<String> settings =
        List.of(
            "--server.port=0",
            "--management.server.port=0",
            "--spring.kafka.consumer.group-id=" + group,
            "--spring.kafka.bootstrap-servers=" + parts.bootstrapServers(),
            "--procart.schema-registry.url=" + parts.schemaRegistryUrl(),
            "--spring.security.oauth2.resourceserver.jwt.issuer-uri=" + parts.issuerUrl());
    return new SpringApplicationBuilder(ScoringApplication.class)
        .run(Stream.concat(settings.stream(), Stream.of(more)).toArray(String[]::new));
  }

  private static void send(ConfigurableApplicationContext service, String reportId) {
    service
        .getBean(EventSender.class)
        .send(
            "pro.submission.v1",
            "patient-7",
            TestReports.of(reportId, TestReports.chosen("proctcae-46a-sev", 3)).build())
        .join();
  }

  private static void awaitScore(ConfigurableApplicationContext service, String reportId) {
    EventReader reader = service.getBean(EventReader.class);
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(topics.all("pro.score.v1"))
                    .extracting(
                        score ->
                            ((ScoreComputed) reader.read("pro.score.v1", score.value()))
                                .getSubmissionId())
                    .contains(reportId));
  }

  private static void awaitReady(ConfigurableApplicationContext service) {
    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(ask(service, "readiness").statusCode()).isEqualTo(200));
  }

  private static HttpResponse<String> ask(ConfigurableApplicationContext service, String group)
      throws IOException, InterruptedException {
    String port = service.getEnvironment().getRequiredProperty("local.management.port");
    URI uri = URI.create("http://127.0.0.1:" + port + "/actuator/health/" + group);
    return HTTP.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
  }
}
