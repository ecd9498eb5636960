package org.procart.alerting.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.procart.alerting.LocalPartsInitializer;
import org.procart.alerting.TestEvents;
import org.procart.alerting.WithLocalParts;
import org.procart.chassis.kafka.EventSender;
import org.procart.local.issuer.Role;
import org.procart.local.issuer.TokenOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@WithLocalParts
class AlertStreamIT {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @LocalServerPort int port;
  @Autowired EventSender sender;

  private final String patient = "patient-" + UUID.randomUUID();

  /** A connected screen that keeps every line. */
  private static final class Lines implements AutoCloseable {
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final InputStream body;

    Lines(InputStream body) {
      this.body = body;
      Thread.ofVirtual().start(this::read);
    }

    private void read() {
      try (var reader = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
        reader.lines().forEach(lines::add);
      } catch (IOException | UncheckedIOException e) {
        lines.add("closed");
      }
    }

    String lastId() {
      return lines.stream()
          .filter(line -> line.startsWith("id:"))
          .reduce((first, second) -> second)
          .orElseThrow()
          .substring(3);
    }

    long count(String text) {
      return lines.stream().filter(line -> line.contains(text)).count();
    }

    void awaitLine(String text) {
      await().atMost(PATIENCE).untilAsserted(() -> assertThat(lines).anyMatch(has(text)));
    }

    private static Predicate<String> has(String text) {
      return line -> line.contains(text);
    }

    @Override
    public void close() throws IOException {
      body.close();
    }
  }

  @Test
  void aScreenThatComesBackHearsWhatItMissedAndNothingTwice() throws Exception {
    String last;
    try (Lines screen = open(Role.CLINICIAN, "site-a", null)) {
      screen.awaitLine("event:ready");
      raise(3);
      screen.awaitLine("\"patientId\":\"" + patient + "\"");
      last = screen.lastId();
    }
    raise(4);

    try (Lines screen = open(Role.CLINICIAN, "site-a", last)) {
      screen.awaitLine("\"patientId\":\"" + patient + "\"");
      assertThat(screen.count("event:reset")).isZero();
      assertThat(screen.count("event:ready")).isZero();
      assertThat(screen.count(patient)).isEqualTo(1);
      assertThat(screen.count("\"revision\":2")).isEqualTo(1);
    }
  }

  @Test
  void aScreenThatIsFromElsewhereIsToldToBeginAnew() throws Exception {
    try (Lines screen = open(Role.CLINICIAN, "site-a", "0:999999,1:999999")) {
      screen.awaitLine("event:reset");
    }
    try (Lines screen = open(Role.CLINICIAN, "site-a", "nonsense")) {
      screen.awaitLine("event:reset");
    }
  }

  @Test
  void otherSitesAndOperatorsSeeNoPatient() throws Exception {
    try (Lines other = open(Role.CLINICIAN, "site-b", null);
        Lines operator = open(Role.OPERATOR, "site-b", null);
        Lines ours = open(Role.CLINICIAN, "site-a", null)) {
      other.awaitLine("event:ready");
      operator.awaitLine("event:ready");
      ours.awaitLine("event:ready");
      raise(3);
      ours.awaitLine(patient);
      operator.awaitLine("event:alert");

      assertThat(other.count("event:alert")).isZero();
      assertThat(operator.count(patient)).isZero();
    }
  }

  private void raise(double value) {
    sender
        .send(
            "pro.score.v1",
            patient,
            TestEvents.score(patient + value, patient)
                .setScores(TestEvents.raw("proctcae-48b-sev", value))
                .build())
        .join();
  }

  private Lines open(Role role, String site, @Nullable String lastEventId)
      throws IOException, InterruptedException {
    String token =
        LocalPartsInitializer.parts()
            .tokens()
            .mint(TokenOrder.staff(role, role + "-1", List.of(site)));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/alerts/stream"))
            .header("Authorization", "Bearer " + token);
    if (lastEventId != null) {
      request.header("Last-Event-ID", lastEventId);
    }
    HttpResponse<InputStream> answer =
        HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    assertThat(answer.statusCode()).isEqualTo(200);
    return new Lines(answer.body());
  }
}
