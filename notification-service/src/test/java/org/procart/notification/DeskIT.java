package org.procart.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.procart.notification.parts.Phones;
import org.procart.schemas.AlertState;
import org.procart.schemas.NotificationChanged;
import org.procart.schemas.NotificationKind;

/** Somebody telephones the desk instead of pressing a button. */
class DeskIT extends RunningService {

  private static final String NURSE = "+447700940101";
  private static final String DESK = "+447700940180";
  private static final Pattern LINK = Pattern.compile("/a/\\w{22}");

  @BeforeEach
  void siteIsReady() {
    String operator = TOKENS.token("operator");
    publish("pro.site.v1", "site-d", TestAlerts.site("site-d", "Desk", "Europe/London"));
    put("/staff/nurse-d", staff("Nora <D>", NURSE), operator);
    put("/staff/nurse-e", staff("Emil", "+447700940102"), operator);
    String policy =
        """
        {"desk":{"sms":"%s"},"levels":{"RED":{"steps":[
          {"who":{"kind":"PERSON","staffId":"nurse-d"},"channels":["sms"],"waitSeconds":300}]}}}
        """
            .formatted(DESK);
    assertThat(put("/sites/site-d/escalation-policy", policy, operator).statusCode())
        .isEqualTo(200);
  }

  @Test
  void theDesksLinkAsksWhoTakesItOn() {
    PHONES.mode(NURSE, Phones.Mode.UNDELIVERABLE);
    String path = linkAt(DESK, "desk-link");
    PHONES.allDeliver();

    assertThat(get(path, null).body())
        .contains("<option value=\"nurse-d\">Nora &lt;D&gt;</option>", "value=\"nurse-e\"");
    assertThat(press(path, "for=nurse-e").statusCode()).isEqualTo(200);

    NotificationChanged taken = acknowledged("desk-link");
    assertThat(taken.getAcknowledgedBy()).isEqualTo("nurse-e");
    assertThat(taken.getAcknowledgedRoute()).isEqualTo("desk");
    assertThat(taken.getRecordedBy()).isEqualTo("desk:site-d");
  }

  @Test
  void theDeskMayTakeItOnItself() {
    PHONES.mode(NURSE, Phones.Mode.UNDELIVERABLE);
    String path = linkAt(DESK, "desk-self");
    PHONES.allDeliver();

    assertThat(press(path, "for=somebody-from-elsewhere").statusCode()).isEqualTo(200);

    NotificationChanged taken = acknowledged("desk-self");
    assertThat(taken.getAcknowledgedBy()).isEqualTo("desk:site-d");
    assertThat(taken.getRecordedBy()).isNull();
  }

  @Test
  void aPersonsLinkSpeaksForThatPersonOnly() {
    String path = linkAt(NURSE, "nurse-link");

    assertThat(get(path, null).body()).doesNotContain("<select", "nurse-e");
    assertThat(press(path, "for=nurse-e").statusCode()).isEqualTo(200);

    assertThat(acknowledged("nurse-link").getAcknowledgedBy()).isEqualTo("nurse-d");
  }

  @Test
  void whoHasATokenOfTheSiteMayWriteItDown() {
    var _ = linkAt(NURSE, "desk-token");
    String clinician = TOKENS.token("clinician", "site-d");

    assertThat(record("desk-token", "stranger", clinician).body()).contains("unknown-person");
    assertThat(record("desk-token", "nurse-e", TOKENS.token("clinician", "site-b")).statusCode())
        .isEqualTo(404);
    assertThat(record("desk-token", "nurse-e", TOKENS.token("patient")).statusCode())
        .isEqualTo(403);
    HttpResponse<String> recorded = record("desk-token", "nurse-e", clinician);

    assertThat(recorded.statusCode()).isEqualTo(200);
    assertThat(recorded.body())
        .contains("\"acknowledgedBy\":\"nurse-e\"", "\"sounding\":1", "\"stopsPaging\":true");
    assertThat(record("desk-token", "nurse-e", clinician).body()).isEqualTo(recorded.body());
    assertThat(told("desk-token"))
        .filteredOn(event -> event.getKind() == NotificationKind.ACKNOWLEDGED)
        .hasSize(1);
    assertThat(get("/notifications?alertId=desk-token", clinician).body())
        .contains("acknowledged by nurse-e by desk, recorded by");

    publish(
        "pro.alert.v1",
        "p",
        TestAlerts.red("desk-token", "site-d").setRevision(2).setState(AlertState.CLOSED).build());
    within(10).until(() -> record("desk-token", "nurse-d", clinician).statusCode() == 409);
  }

  private HttpResponse<String> record(String alertId, String staffId, String token) {
    String body = "{\"alertId\":\"%s\",\"staffId\":\"%s\"}".formatted(alertId, staffId);
    return call("POST", "/notifications/acknowledgement", body, token);
  }

  private HttpResponse<String> press(String path, String form) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (java.io.IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Lets the alert ring and waits for its page. */
  private String linkAt(String number, String alertId) {
    int before = links(number).size();
    publish("pro.alert.v1", "p", TestAlerts.red(alertId, "site-d").build());
    within(20).until(() -> links(number).size() > before);
    return links(number).getLast();
  }

  private static java.util.List<String> links(String number) {
    return PHONES.at(number).stream()
        .map(sms -> LINK.matcher(sms.text()))
        .filter(Matcher::find)
        .map(Matcher::group)
        .toList();
  }

  private NotificationChanged acknowledged(String alertId) {
    return within(10)
        .until(
            () ->
                told(alertId).stream()
                    .filter(event -> event.getKind() == NotificationKind.ACKNOWLEDGED)
                    .findFirst(),
            java.util.Optional::isPresent)
        .orElseThrow();
  }

  private static String staff(String name, String phone) {
    return """
    {"sites":["site-d"],"displayName":"%s",
     "contacts":[{"channel":"sms","address":"%s","verified":true}]}
    """
        .formatted(name, phone);
  }

  private static org.awaitility.core.ConditionFactory within(int seconds) {
    return await().atMost(Duration.ofSeconds(seconds)).pollInterval(Duration.ofMillis(100));
  }
}
