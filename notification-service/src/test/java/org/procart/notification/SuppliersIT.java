package org.procart.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.procart.notification.parts.FakeHttp;
import org.procart.notification.parts.FakeHttp.Asked;
import org.procart.notification.parts.FakeNotify;
import org.procart.notification.parts.FakeTwilio;
import org.procart.schemas.AlarmState;
import org.procart.schemas.OperationsAlarm;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole service with Twilio first and GOV.UK Notify second. */
@DirtiesContext
class SuppliersIT extends RunningService {

  private static final FakeTwilio TWILIO = new FakeTwilio();
  private static final FakeNotify NOTIFY = new FakeNotify();
  private static final String CALLBACK_TOKEN = "a-token-of-our-own";
  private static final AtomicInteger NUMBERS = new AtomicInteger(100);
  private static final Pattern CODE = Pattern.compile("PRO-CART RED (\\w{5}) ");

  @Autowired MongoDatabase store;

  private String phone;

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
    TWILIO.close();
    NOTIFY.close();
  }

  @AfterEach
  void suppliersWork() {
    TWILIO.works();
    NOTIFY.works();
  }

  @Test
  void acceptedIsNotDeliveredAndTheReceiptSaysIt() {
    page("plain");
    Asked sms = taken(TWILIO);
    within(10).until(() -> state("plain").equals("SENT"));

    assertThat(twilioSays(sms.id(), "sent").statusCode()).isEqualTo(204);
    assertThat(state("plain")).isEqualTo("SENT");
    assertThat(twilioSays(sms.id(), "delivered").statusCode()).isEqualTo(204);

    within(10).until(() -> state("plain").equals("DELIVERED"));
    assertThat(twilioSays(sms.id(), "undelivered").statusCode()).isEqualTo(204);
    assertThat(state("plain")).isEqualTo("DELIVERED");
    assertThat(NOTIFY.askedFor(phone)).isEmpty();
  }

  @Test
  void anIllSupplierLeavesThePageToTheNextAtOnce() {
    prepare();
    TWILIO.says(503, "<html>sorry");
    page("ill", phone);

    Asked sms = taken(NOTIFY);
    notifySays(sms.id(), "delivered", Instant.now());

    within(10).until(() -> state("ill").equals("DELIVERED"));
    assertThat(TWILIO.askedFor(phone)).hasSize(1);
    assertThat(NOTIFY.askedFor(phone)).hasSize(1);
  }

  @Test
  void whenAllAreBusyThePageWaitsAndSaysWhy() {
    prepare();
    TWILIO.isBusyFor(2);
    NOTIFY.refuses(429, "RateLimitError", "Exceeded rate limit");
    page("busy", phone);

    within(10).until(() -> "HTTP_429".equals(attempt("busy").path("reason").asString()));

    within(15).until(() -> TWILIO.askedFor(phone).size() == 2);
    within(10).until(() -> state("busy").equals("SENT"));
  }

  @Test
  void aNumberThatIsNoneFailsWithItsReasonAndIsNotTriedElsewhere() {
    prepare();
    TWILIO.refuses(400, 21211);
    page("wrong", phone);

    within(10).until(() -> state("wrong").equals("FAILED"));
    assertThat(attempt("wrong").path("reason").asString()).isEqualTo("WRONG_NUMBER");
    assertThat(NOTIFY.askedFor(phone)).isEmpty();
  }

  @Test
  void anUnclearFateIsRepeatedOnceFlaggedByTheOther() {
    prepare();
    TWILIO.hangsUp();
    page("unclear", phone);

    Asked sms = taken(NOTIFY);

    assertThat(sms.text()).contains(". AGAIN Reply");
    within(10).until(() -> state("unclear").equals("SENT"));
    assertThat(attempt("unclear").path("possiblyRepeated").asBoolean()).isTrue();
    assertThat(TWILIO.askedFor(phone)).hasSize(1);
    assertThat(NOTIFY.askedFor(phone)).hasSize(1);
  }

  @Test
  void nonsenseAsAnAnswerIsUnclearToo() {
    prepare();
    TWILIO.saysNonsense();
    page("nonsense", phone);

    assertThat(taken(NOTIFY).text()).contains(". AGAIN Reply");
  }

  @Test
  void aSupplierThatIsDownRestsAndReturns() {
    prepare();
    TWILIO.stop();
    try {
      page("down", phone);
      taken(NOTIFY);
      assertThat(get("/notifications?alertId=down", operator()).body())
          .doesNotContain("SUPPLIER_AWAY");
    } finally {
      TWILIO.start();
    }

    AtomicInteger count = new AtomicInteger();
    within(40)
        .pollInterval(Duration.ofSeconds(2))
        .until(
            () -> {
              page("back-" + count.incrementAndGet());
              within(5).until(() -> !all(phone).isEmpty());
              return !TWILIO.askedFor(phone).isEmpty();
            });
  }

  @Test
  void aSupplierThatLosesMessagesGoesLastForAWhile() {
    for (int i = 0; i < 40; i++) {
      phone = "+4477008%05d".formatted(i);
      write(phone, "lost-" + i);
      Asked answer = taken(TWILIO);
      twilioCalls(
          "receipts",
          Map.of("MessageSid", answer.id(), "MessageStatus", "failed", "ErrorCode", "30007"));
    }
    within(10).until(() -> alarmed("SMS_SUPPLIER_DEMOTED", AlarmState.RAISED));

    phone = "+447700899999";
    write(phone, "elsewhere");
    assertThat(taken(NOTIFY).text()).startsWith("NOT acknowledged");
    assertThat(TWILIO.askedFor(phone)).isEmpty();

    within(15).until(() -> alarmed("SMS_SUPPLIER_DEMOTED", AlarmState.CLEARED));
    phone = "+447700899998";
    write(phone, "again");
    assertThat(taken(TWILIO).text()).startsWith("NOT acknowledged");
  }

  private void write(String from, String id) {
    Map<String, String> reply = Map.of("MessageSid", "SM" + id, "From", from, "Body", "hello");
    assertThat(twilioCalls("replies", reply).statusCode()).isEqualTo(204);
  }

  private boolean alarmed(String code, AlarmState state) {
    return read("pro.operations.v1").stream()
        .map(OperationsAlarm.class::cast)
        .anyMatch(alarm -> alarm.getCode().equals(code) && alarm.getState() == state);
  }

  @Test
  void aForgedCallIsRefusedAndChangesNothing() {
    page("forged");
    Asked sms = taken(TWILIO);
    within(10).until(() -> state("forged").equals("SENT"));
    String form = form(Map.of("MessageSid", sms.id(), "MessageStatus", "delivered"));

    assertThat(post("/suppliers/cloud/receipts", form, Map.of()).statusCode()).isEqualTo(403);
    HttpResponse<String> wrong =
        post("/suppliers/cloud/receipts", form, Map.of("X-Twilio-Signature", "AAAA"));
    assertThat(wrong.statusCode()).isEqualTo(403);
    assertThat(wrong.body()).contains("callback-not-genuine");
    String otherPlace = signature("https://elsewhere.example/suppliers/cloud/receipts", form);
    assertThat(
            post("/suppliers/cloud/receipts", form, Map.of("X-Twilio-Signature", otherPlace))
                .statusCode())
        .isEqualTo(403);
    assertThat(
            post(
                    "/suppliers/gov/receipts",
                    "{\"id\":\"" + sms.id() + "\",\"status\":\"delivered\"}",
                    Map.of("Authorization", "Bearer " + operator()))
                .statusCode())
        .isEqualTo(403);
    assertThat(post("/suppliers/none/receipts", form, Map.of()).statusCode()).isEqualTo(404);
    assertThat(state("forged")).isEqualTo("SENT");
  }

  @Test
  void whatIsMalformedIsRefusedWithACode() {
    assertThat(notifyCalls("receipts", "{\"id\":").body()).contains("callback-unreadable");
    assertThat(notifyCalls("receipts", "[]").statusCode()).isEqualTo(400);
    assertThat(notifyCalls("receipts", "{\"id\":7,\"status\":\"delivered\"}").statusCode())
        .isEqualTo(400);
    assertThat(notifyCalls("receipts", "{\"id\":\"x\",\"status\":\"eaten\"}").statusCode())
        .isEqualTo(400);
    assertThat(twilioCalls("receipts", Map.of("MessageSid", "SM1")).statusCode()).isEqualTo(400);
    assertThat(notifyCalls("receipts", " ".repeat(70_000)).statusCode()).isEqualTo(413);
    assertThat(notifySays("unknown", "delivered", Instant.now()).statusCode()).isEqualTo(204);
    HttpResponse<String> old =
        notifySays("old", "delivered", Instant.now().minus(Duration.ofHours(25)));
    assertThat(old.statusCode()).isEqualTo(422);
    assertThat(old.body()).contains("callback-too-old");
  }

  @Test
  void aReplyThatCannotBeReadIsKept() {
    String body = "{\"id\":\"r1\",\"sender\":\"+447700900000\"}";

    assertThat(notifyCalls("replies", body).statusCode()).isEqualTo(400);

    assertThat(store.getCollection("inbound_unreadable").countDocuments()).isEqualTo(1);
    within(10)
        .until(
            () ->
                read("pro.operations.v1").stream()
                    .anyMatch(event -> event.toString().contains("SMS_REPLY_UNREADABLE")));
  }

  @Test
  void aReplyByHttpAcknowledgesAndIsAnsweredOnceHoweverOftenItComes() {
    page("reply");
    String code = code(taken(TWILIO));
    Map<String, String> reply =
        Map.of("MessageSid", "SMreply", "From", phone, "To", "+15005550006", "Body", "ack " + code);

    assertThat(twilioCalls("replies", reply).statusCode()).isEqualTo(204);
    within(10).until(() -> answers().size() == 1);
    for (int i = 0; i < 3; i++) {
      assertThat(twilioCalls("replies", reply).statusCode()).isEqualTo(204);
    }
    notifyReplies("00000000-1", phone, "what?");

    within(10).until(() -> answers().stream().anyMatch(text -> text.contains("not understood")));
    assertThat(
            answers().stream()
                .filter(text -> text.contains("acknowledged 0") || text.startsWith("OK")))
        .hasSize(1);
    assertThat(get("/notifications?alertId=reply", operator()).body()).contains("ACKNOWLEDGED");
  }

  private void prepare() {
    phone = "+4477009%05d".formatted(NUMBERS.incrementAndGet());
    TWILIO.only(phone);
    NOTIFY.only(phone);
  }

  private void page(String alertId) {
    prepare();
    page(alertId, phone);
  }

  private void page(String alertId, String number) {
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
  private Asked taken(FakeHttp supplier) {
    within(15).until(() -> !supplier.askedFor(phone).isEmpty());
    return supplier.askedFor(phone).getFirst();
  }

  private List<Asked> all(String number) {
    return Stream.concat(TWILIO.askedFor(number).stream(), NOTIFY.askedFor(number).stream())
        .toList();
  }

  private List<String> answers() {
    return all(phone).stream()
        .map(Asked::text)
        .filter(text -> !text.startsWith("PRO-CART"))
        .toList();
  }

  private static String code(Asked sms) {
    Matcher matcher = CODE.matcher(sms.text());
    assertThat(matcher.find()).isTrue();
    return matcher.group(1);
  }

  private JsonNode attempt(String alertId) {
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

  private String state(String alertId) {
    return attempt(alertId).path("state").asString("");
  }

  private String operator() {
    return TOKENS.token("operator");
  }

  private HttpResponse<String> twilioSays(String id, String status) {
    return twilioCalls("receipts", Map.of("MessageSid", id, "MessageStatus", status));
  }

  private HttpResponse<String> twilioCalls(String what, Map<String, String> fields) {
    String form = form(fields);
    String url = "https://p.example/suppliers/cloud/" + what;
    return post(
        "/suppliers/cloud/" + what, form, Map.of("X-Twilio-Signature", signature(url, form)));
  }

  private HttpResponse<String> notifySays(String id, String status, Instant completedAt) {
    return notifyCalls(
        "receipts",
        """
        {"id":"%s","reference":null,"to":"x","status":"%s","created_at":"2026-01-01T00:00:00.0Z",\
        "completed_at":"%s","sent_at":"%s","notification_type":"sms"}\
        """
            .formatted(id, status, completedAt, completedAt));
  }

  private HttpResponse<String> notifyReplies(String id, String from, String text) {
    return notifyCalls(
        "replies",
        """
        {"id":"%s","source_number":"%s","destination_number":"07700900111","message":"%s",\
        "date_received":"2026-01-01T00:00:00.0Z"}\
        """
            .formatted(id, from, text));
  }

  private HttpResponse<String> notifyCalls(String what, String body) {
    return post(
        "/suppliers/gov/" + what,
        body,
        Map.of("Authorization", "Bearer " + CALLBACK_TOKEN, "Content-Type", "application/json"));
  }

  private static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** As Twilio signs: the address and all fields in their order, by HMAC-SHA1 with the token. */
  private static String signature(String url, String form) {
    Map<String, String> fields = new TreeMap<>();
    for (String field : form.split("&")) {
      String[] pair = field.split("=", 2);
      fields.put(
          URLDecoder.decode(pair[0], StandardCharsets.UTF_8),
          URLDecoder.decode(pair[1], StandardCharsets.UTF_8));
    }
    StringBuilder signed = new StringBuilder(url);
    fields.forEach((name, value) -> signed.append(name).append(value));
    try {
      var mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(FakeTwilio.TOKEN.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
      return Base64.getEncoder()
          .encodeToString(mac.doFinal(signed.toString().getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private HttpResponse<String> post(String path, String body, Map<String, String> headers) {
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

  private static ConditionFactory within(int seconds) {
    return await().atMost(Duration.ofSeconds(seconds)).pollInterval(Duration.ofMillis(50));
  }
}
