package org.procart.alerting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.procart.local.issuer.Role;
import org.procart.local.issuer.TokenOrder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody at a screen, with a token of the issuer. */
public final class TestDesk {

  private final HttpClient http = HttpClient.newHttpClient();
  private final int port;
  private final String token;

  private TestDesk(int port, TokenOrder order) {
    this.port = port;
    try {
      this.token = LocalPartsInitializer.parts().tokens().mint(order);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What came back. */
  public record Answer(int status, JsonNode body) {}

  public static TestDesk of(int port, Role role, String subject, String... sites) {
    return new TestDesk(port, TokenOrder.staff(role, subject, List.of(sites)));
  }

  public static TestDesk of(int port, TokenOrder order) {
    return new TestDesk(port, order);
  }

  public static TestDesk nurse(int port) {
    return of(port, Role.CLINICIAN, "nurse-1", "site-a");
  }

  public static TestDesk patient(int port, String patientId) {
    return new TestDesk(port, TokenOrder.patient(patientId));
  }

  public Answer get(String path) {
    return send(request(path).GET());
  }

  public Answer post(String path, @Nullable String body) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body)));
  }

  /** Asks to be answered at once, and for the result to be fetched later. */
  public Answer postAndGoOn(String path, String body) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .header("Prefer", "respond-async")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  public Answer put(String path, String type, String body) {
    return send(
        request(path).header("Content-Type", type).PUT(HttpRequest.BodyPublishers.ofString(body)));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .header("Authorization", "Bearer " + token);
  }

  private Answer send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> answer =
          http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      String body = answer.body().isEmpty() ? "null" : answer.body();
      return new Answer(answer.statusCode(), JsonMapper.shared().readTree(body));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
