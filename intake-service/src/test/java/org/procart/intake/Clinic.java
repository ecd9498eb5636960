package org.procart.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Lazy;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks to the service as a site, a front end and a patient do. */
@TestComponent
@Lazy
public class Clinic {

  public static final String SITE = "site-a";
  public static final String OTHER_SITE = "site-b";
  private static final JsonMapper JSON = new JsonMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final String url;

  Clinic(@Value("${local.server.port}") int port) {
    this.url = "http://127.0.0.1:" + port;
    put("/sites/" + SITE, Parts.TOKENS.operator(), site("Europe/London", "999"));
    put("/sites/" + OTHER_SITE, Parts.TOKENS.operator(), site("Pacific/Auckland", "111"));
  }

  /** An answer of the service. */
  public record Answer(int status, Map<String, String> headers, String text) {

    public JsonNode body() {
      return JSON.readTree(text);
    }

    public String receipt() {
      return headers.getOrDefault("receipt", "");
    }
  }

  public static String site(String zone, String emergencyNumber) {
    return """
    {"name":"Example Hospital","zoneId":"%s","country":"GB","languages":["en","de"],
     "emergencyNumber":"%s","advicePhone":"+44 1632 960001",
     "advice":{"en":{"URGENT":"Call now.","CONTACT":"Call the advice line.","NONE":"Thank you."},
               "de":{"URGENT":"Rufen Sie jetzt an."}},
     "staffedHours":[{"dayOfWeek":"MONDAY","from":"08:00","to":"18:00"}],
     "patientRecordUrl":"https://record.example/{patientId}","status":"LIVE"}
    """
        .formatted(zone, emergencyNumber);
  }

  /** A new patient of site-a, infused six days ago, with one carer. */
  public String enrol() {
    String patientId = "p-" + UUID.randomUUID();
    enrol(patientId, SITE, "ACTIVE", true);
    return patientId;
  }

  public Answer enrol(String patientId, String siteId, String status, boolean consent) {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    return put(
        "/patients/" + patientId,
        Parts.TOKENS.siteAdmin(siteId),
        """
        {"siteId":"%s","therapy":[{"product":"axi-cel","indication":"lbcl","infusionDate":"%s"}],
         "schedule":"cart-home","status":"%s","consent":{"care":%s},
         "carers":[{"carerId":"carer-1","validFrom":"%s","validTo":null},
                   {"carerId":"carer-past","validFrom":null,"validTo":"%s"}]}
        """
            .formatted(
                siteId,
                today.minusDays(6),
                status,
                consent,
                today.minusDays(6),
                today.minusDays(2)));
  }

  public Answer report(String patientId, String body) {
    return post("/fhir/QuestionnaireResponse", Parts.TOKENS.patient(patientId), body);
  }

  public Answer put(String path, String token, String body) {
    return send(
        request(path, token, body).method("PUT", HttpRequest.BodyPublishers.ofString(body)));
  }

  public Answer post(String path, String token, String body, String... headers) {
    HttpRequest.Builder request =
        request(path, token, body).POST(HttpRequest.BodyPublishers.ofString(body));
    for (int i = 0; i < headers.length; i += 2) {
      request.setHeader(headers[i], headers[i + 1]);
    }
    return send(request);
  }

  public Answer get(String path, String token) {
    return send(request(path, token, "").GET());
  }

  public Answer delete(String path, String token) {
    return send(request(path, token, "").DELETE());
  }

  Answer getOpen(String path, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path)).GET();
    for (int i = 0; i < headers.length; i += 2) {
      request.setHeader(headers[i], headers[i + 1]);
    }
    return send(request);
  }

  private HttpRequest.Builder request(String path, String token, String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url + path)).header("Authorization", "Bearer " + token);
    boolean fhir = path.startsWith("/fhir");
    return body.isEmpty()
        ? request
        : request.header("Content-Type", fhir ? "application/fhir+json" : "application/json");
  }

  private Answer send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response =
          http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      Map<String, String> headers = new java.util.HashMap<>();
      response.headers().map().forEach((name, values) -> headers.put(name, values.getFirst()));
      return new Answer(response.statusCode(), headers, response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
