package org.procart.local.sites;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.procart.local.issuer.Role;
import org.procart.local.issuer.TokenClient;
import org.procart.local.issuer.TokenOrder;
import org.procart.local.process.Http;
import org.procart.local.process.Resources;
import org.procart.local.process.Wait;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Makes both sites through the services' own HTTP interface, as an operator would. */
public final class FirstSites {

  public static final List<String> IDS = List.of("site-a", "site-b");

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Http http = new Http();
  private final TokenClient tokens;
  private final String intake;
  private final String notification;

  public FirstSites(TokenClient tokens, String intake, String notification) {
    this.tokens = tokens;
    this.intake = intake;
    this.notification = notification;
  }

  /** Safe to repeat. */
  public void make() throws IOException, InterruptedException {
    String token = tokens.mint(TokenOrder.staff(Role.OPERATOR, "local-operator", IDS));
    for (String id : IDS) {
      JsonNode site = JsonMapper.shared().readTree(Resources.text(FirstSites.class, id + ".json"));
      put(intake + "/sites/" + id, site.required("site"), token);
      for (Map.Entry<String, JsonNode> person : site.required("staff").properties()) {
        put(notification + "/staff/" + person.getKey(), person.getValue(), token);
      }
      put(notification + "/sites/" + id + "/rota", site.required("rota"), token);
      put(notification + "/sites/" + id + "/escalation-policy", site.required("policy"), token);
    }
  }

  /** A service that is busy starting may say 503 once or twice; a refusal is told at once. */
  private void put(String url, JsonNode body, String token)
      throws IOException, InterruptedException {
    Map<String, String> headers =
        Map.of("Authorization", "Bearer " + token, "Content-Type", "application/json");
    Http.Answer[] last = new Http.Answer[1];
    boolean answered =
        Wait.until(
            PATIENCE,
            () -> {
              last[0] = http.send("PUT", url, body.toString(), headers);
              return last[0].status() < 500;
            });
    if (!answered || !last[0].ok()) {
      throw new IOException(
          "PUT "
              + url
              + (last[0] == null ? " was not answered" : " was answered " + told(last[0])));
    }
  }

  private static String told(Http.Answer answer) {
    return answer.status() + " " + answer.body();
  }
}
