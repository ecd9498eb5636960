package org.procart.local.demo;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.procart.local.process.Http;
import org.procart.local.process.Wait;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The HTTP calls of the demonstration, and waiting for what they bring about. */
final class Conversation {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final Http http = new Http();
  private final DemoAddresses addresses;
  private final Clock clock;

  Conversation(DemoAddresses addresses, Clock clock) {
    this.addresses = addresses;
    this.clock = clock;
  }

  DemoAddresses addresses() {
    return addresses;
  }

  Http.Answer send(String method, String url, String body, String token, String type)
      throws IOException {
    Http.Answer answer =
        http.send(
            method, url, body, Map.of("Authorization", "Bearer " + token, "Content-Type", type));
    if (!answer.ok()) {
      throw new IOException(
          method + " " + url + " was answered " + answer.status() + " " + answer.body());
    }
    return answer;
  }

  JsonNode get(String url, String token) throws IOException {
    return JSON.readTree(send("GET", url, "", token, "application/json").body());
  }

  /** Opens a link as a browser does: without a token. */
  int open(String url) throws IOException {
    return http.get(url, Map.of("Accept", "text/html")).status();
  }

  List<JsonNode> messages(Instant since) throws IOException {
    Http.Answer answer = http.get(addresses.captured() + "/messages?since=" + since, Map.of());
    return JSON.readTree(answer.body()).valueStream().toList();
  }

  void replyFromPhone(String phone, String text) throws IOException {
    http.send(
        "POST",
        addresses.captured() + "/sms-reply",
        JSON.writeValueAsString(Map.of("from", phone, "text", text)),
        Map.of("Content-Type", "application/json"));
  }

  /** The first one found in time. */
  <T> Optional<T> await(Instant deadline, Callable<Optional<T>> look) throws InterruptedException {
    AtomicReference<Optional<T>> found = new AtomicReference<>(Optional.empty());
    Duration left = Duration.between(clock.instant(), deadline);
    Wait.until(
        left.isNegative() ? Duration.ZERO : left,
        () -> {
          found.set(look.call());
          return found.get().isPresent();
        });
    return found.get();
  }
}
