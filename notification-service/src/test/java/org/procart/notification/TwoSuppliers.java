package org.procart.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.procart.notification.parts.FakeHttp;
import org.procart.notification.parts.FakeHttp.Asked;
import org.procart.notification.parts.FakeNotify;
import org.procart.notification.parts.FakeTwilio;
import org.procart.schemas.AlarmState;
import org.procart.schemas.OperationsAlarm;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole service with Twilio first and GOV.UK Notify second; one for all that ask for it. */
abstract class TwoSuppliers extends RunningService {

  static final FakeTwilio TWILIO = new FakeTwilio();
  static final FakeNotify NOTIFY = new FakeNotify();
  static final String CALLBACK_TOKEN = "a-token-of-our-own";
  private static final AtomicInteger NUMBERS = new AtomicInteger(100);
  private static final Pattern CODE = Pattern.compile("PRO-CART RED (\\w{5}) ");

  @Autowired MongoDatabase store;

  String phone;

  @DynamicPropertySource
  static void suppliers(DynamicPropertyRegistry properties) {
    database = "suppliers";
    String first = "procart.notification.sms.suppliers[0].";
    properties.add(first + "name", () -> "cloud");
    properties.add(first + "kind", () -> "twilio");
    properties.add(first + "account-sid", () -> FakeTwilio.ACCOUNT);
    properties.add(first + "auth-token", () -> FakeTwilio.TOKEN);
    properties.add(first + "from", () -> "+15005550006");
    properties.add(first + "base-url", TWILIO::url);
    // Other tests let some fail; here forty do.
    properties.add("procart.notification.sms.demotion.judged", () -> 40);
    properties.add("procart.notification.sms.demotion.at-least", () -> 40);
    properties.add("procart.notification.sms.demotion.lasts", () -> "5s");
    String second = "procart.notification.sms.suppliers[1].";
    properties.add(second + "name", () -> "gov");
    properties.add(second + "kind", () -> "notify");
    properties.add(second + "api-key", () -> FakeNotify.KEY);
    properties.add(second + "template", () -> FakeNotify.TEMPLATE);
    properties.add(second + "callback-token", () -> CALLBACK_TOKEN);
    properties.add(second + "base-url", NOTIFY::url);
  }

  @AfterAll
  static void othersHaveTheirs() {
    database = "notification";
  }

  @AfterEach
  void suppliersWork() {
    TWILIO.works();
    NOTIFY.works();
  }

  void write(String from, String id) {
    Map<String, String> reply = Map.of("MessageSid", "SM" + id, "From", from, "Body", "hello");
    assertThat(twilioCalls("replies", reply).statusCode()).isEqualTo(204);
  }

  boolean alarmed(String code, AlarmState state) {
    return read("pro.operations.v1").stream()
        .map(OperationsAlarm.class::cast)
        .anyMatch(alarm -> alarm.getCode().equals(code) && alarm.getState() == state);
  }

  void prepare() {
    phone = "+4477009%05d".formatted(NUMBERS.incrementAndGet());
    TWILIO.only(phone);
    NOTIFY.only(phone);
  }

  void page(String alertId) {
    prepare();
    page(alertId, phone);
  }

  void page(String alertId, String number) {
    String site = "site-" + alertId;
    publish("pro.site.v1", site, TestAlerts.site(site, "Ward", "Europe/London"));
    String person = "nurse-" + alertId;
    put(
        "/staff/" + person,
        "{\"sites\":[\"%s\"],\"contacts\":[{\"channel\":\"sms\",\"address\":\"%s\",\"verified\":true}]}"
            .formatted(site, number),
        operator());
    put(
        "/sites/" + site + "/rota",
        "{\"roles\":[{\"role\":\"nurse\",\"layers\":[{\"shifts\":[{\"staffId\":\"%s\",\"from\":\"00:00\",\"to\":\"00:00\"}]}]}]}"
            .formatted(person),
        operator());
    within(10).until(() -> get("/on-call?siteId=" + site, operator()).body().contains(person));
    publish("pro.alert.v1", "p", TestAlerts.red(alertId, site).build());
  }

  /** The first one that it takes. */
  Asked taken(FakeHttp supplier) {
    within(15).until(() -> !supplier.askedFor(phone).isEmpty());
    return supplier.askedFor(phone).getFirst();
  }

  List<Asked> all(String number) {
    return Stream.concat(TWILIO.askedFor(number).stream(), NOTIFY.askedFor(number).stream())
        .toList();
  }

  List<String> answers() {
    return all(phone).stream()
        .map(Asked::text)
        .filter(text -> !text.startsWith("PRO-CART"))
        .toList();
  }

  static String code(Asked sms) {
    Matcher matcher = CODE.matcher(sms.text());
    assertThat(matcher.find()).isTrue();
    return matcher.group(1);
  }

  JsonNode attempt(String alertId) {
    JsonNode all =
        JsonMapper.builder()
            .build()
            .readTree(get("/notifications?alertId=" + alertId, operator()).body());
    return StreamSupport.stream(
            all.path("escalations").path(0).path("attempts").spliterator(), false)
        .filter(each -> each.path("recipientId").asString().startsWith("nurse-"))
        .findFirst()
        .orElse(all.path("none"));
  }

  String state(String alertId) {
    return attempt(alertId).path("state").asString("");
  }

  String operator() {
    return TOKENS.token("operator");
  }

  HttpResponse<String> twilioSays(String id, String status) {
    return twilioCalls("receipts", Map.of("MessageSid", id, "MessageStatus", status));
  }

  HttpResponse<String> twilioCalls(String what, Map<String, String> fields) {
    String form = FakeTwilio.form(fields);
    String url = "https://p.example/suppliers/cloud/" + what;
    return post(
        "/suppliers/cloud/" + what,
        form,
        Map.of("X-Twilio-Signature", FakeTwilio.signature(url, form)));
  }

  HttpResponse<String> notifySays(String id, String status, Instant completedAt) {
    return notifyCalls(
        "receipts",
        """
        {"id":"%s","reference":null,"to":"x","status":"%s","created_at":"2026-01-01T00:00:00.0Z",\
        "completed_at":"%s","sent_at":"%s","notification_type":"sms"}\
        """
            .formatted(id, status, completedAt, completedAt));
  }

  HttpResponse<String> notifyReplies(String id, String from, String text) {
    return notifyCalls(
        "replies",
        """
        {"id":"%s","source_number":"%s","destination_number":"07700900111","message":"%s",\
        "date_received":"2026-01-01T00:00:00.0Z"}\
        """
            .formatted(id, from, text));
  }

  HttpResponse<String> notifyCalls(String what, String body) {
    return post(
        "/suppliers/gov/" + what,
        body,
        Map.of("Authorization", "Bearer " + CALLBACK_TOKEN, "Content-Type", "application/json"));
  }

  HttpResponse<String> post(String path, String body, Map<String, String> headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .POST(HttpRequest.BodyPublishers.ofString(body));
    if (!headers.containsKey("Content-Type")) {
      request.header("Content-Type", "application/x-www-form-urlencoded");
    }
    headers.forEach(request::header);
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  static ConditionFactory within(int seconds) {
    return await().atMost(Duration.ofSeconds(seconds)).pollInterval(Duration.ofMillis(50));
  }
}
