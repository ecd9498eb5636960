package org.procart.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.procart.notification.parts.Phones;
import org.springframework.beans.factory.annotation.Autowired;

/** Staff, rotas and calendars over HTTP, with real messages. */
class RotaIT extends RunningService {

  private static final Pattern CODE = Pattern.compile("PRO-CART ?: (?<code>[0-9]{6}) .*");

  @Autowired MongoDatabase store;

  private final String operator = TOKENS.token("operator");

  @BeforeEach
  void siteIsKnown() {
    publish("pro.site.v1", "site-r", TestAlerts.site("site-r", "Site R", "Europe/London"));
    within(10).until(() -> get("/on-call?siteId=site-r", operator).statusCode() == 200);
  }

  @Test
  void aContactCountsWhenItsOwnerGaveBackTheCode() {
    String admin = TOKENS.token("site-admin", "site-r");
    String phone = "+447700900301";
    assertThat(put("/staff/vera", staff(phone, "\"verified\":true"), admin).body())
        .contains("\"not-verified\"", "contacts/verification");
    assertThat(put("/staff/vera", staff(phone, "\"test\":false"), admin).statusCode())
        .isEqualTo(200);
    String ask = "/staff/vera/contacts/verification";
    String contact = "{\"channel\":\"sms\",\"address\":\"" + phone + "\"";
    String herself = TOKENS.person("vera");
    assertThat(call("POST", ask, contact + "}", TOKENS.person("somebody")).statusCode())
        .isEqualTo(403);
    assertThat(
            call("POST", ask, "{\"channel\":\"sms\",\"address\":\"+447700900399\"}", herself)
                .body())
        .contains("unknown-contact");

    assertThat(call("POST", ask, contact + "}", herself).statusCode()).isEqualTo(202);

    String code = code(phone);
    String confirm = ask + "/confirmation";
    String wrong = code.equals("000000") ? "111111" : "000000";
    for (int left = 4; left >= 0; left--) {
      assertThat(call("POST", confirm, contact + ",\"code\":\"" + wrong + "\"}", herself).body())
          .contains("wrong-code", "Tries left: " + left);
    }
    String right = contact + ",\"code\":\"" + code + "\"}";
    assertThat(call("POST", confirm, right, herself).body()).contains("too-many-tries");

    int before = PHONES.at(phone).size();
    assertThat(call("POST", ask, contact + "}", herself).statusCode()).isEqualTo(202);
    within(10).until(() -> PHONES.at(phone).size() > before);
    right = contact + ",\"code\":\"" + code(phone) + "\"}";
    HttpResponse<String> confirmed = call("POST", confirm, right, herself);

    assertThat(confirmed.statusCode()).isEqualTo(200);
    assertThat(confirmed.body())
        .contains("\"verified\":true", "\"how\":\"CODE\"", "\"by\":\"vera\"");
    assertThat(call("POST", confirm, right, herself).body()).contains("code-expired");
    assertThat(put("/staff/vera", staff(phone, "\"verified\":false"), admin).body())
        .as("an unchanged address keeps what was proved")
        .contains("\"verified\":true", "\"how\":\"CODE\"");
    assertThat(put("/staff/vera", staff("+447700900302", "\"test\":false"), admin).body())
        .contains("\"verified\":false");
    assertThat(put("/staff/vera", staff(phone, "\"test\":false"), admin).statusCode())
        .isEqualTo(200);
    assertThat(call("POST", ask, contact + "}", herself).statusCode()).isEqualTo(202);
    assertThat(call("POST", ask, contact + "}", herself).body())
        .as("the fourth code within an hour")
        .contains("too-many-codes");
  }

  @Test
  void whoWritesStopIsNotPagedAndTheSiteHears() throws Exception {
    String phone = "+447700900311";
    put("/staff/olga", staff("+447700900312", "\"verified\":true"), operator);
    put("/staff/otto", staff(phone, "\"verified\":true"), operator);
    assertThat(put("/sites/site-r/rota", rota("olga", always("otto")), operator).statusCode())
        .isEqualTo(200);

    PHONES.reply(phone, " Stop. ");

    answered(phone, "PRO-CART: this phone is NOT paged any more.*START\\.");
    answered("+447700900312", "PRO-CART site-r: otto has written STOP.*");
    assertThat(get("/sites/site-r/cover", operator).body())
        .contains("\"staffId\":\"otto\",\"lack\":\"OPTED_OUT\"");
    assertThat(get("/sites/site-r/readiness", operator).body()).contains("PHONES_NOT_OPTED_OUT");

    PHONES.reply(phone, "START");

    answered(phone, "PRO-CART: this phone is paged again.*");
    assertThat(get("/sites/site-r/cover", operator).body()).doesNotContain("OPTED_OUT");
    PHONES.reply("+447700900319", "STOP");
    answered("+447700900319", "PRO-CART: nothing changed.*");
  }

  @Test
  void aCalendarIsTakenAsAFileAsAWholeOrNotAtAll() {
    for (String person : List.of("ann", "ben", "cat", "dan", "eve")) {
      put(
          "/staff/" + person,
          "{\"sites\":[\"site-r\"],\"contacts\":[{\"channel\":\"email\",\"address\":\""
              + person
              + "@ward.example\",\"verified\":true}]}",
          operator);
    }
    assertThat(
            put("/sites/site-r/rota", rota("ann", "{\"calendar\":\"ward\"}"), operator)
                .statusCode())
        .isEqualTo(200);
    assertThat(get("/sites/site-r/cover", operator).body())
        .contains("\"calendar\":\"ward\",\"state\":\"MISSING\"");
    String path = "/sites/site-r/rota/calendars/ward";

    HttpResponse<String> taken = file(path, calendarFile("google-london"));

    assertThat(taken.statusCode()).isEqualTo(200);
    assertThat(taken.body()).contains("\"unknownPeople\":[]");
    assertThat(onCall("2027-10-31T00:40:00Z")).contains("\"ann\"", "\"dan\"");
    assertThat(onCall("2027-10-31T01:40:00Z")).contains("\"ann\"").doesNotContain("\"dan\"");
    assertThat(onCall("2099-07-01T02:00:00Z")).contains("\"ann\"");
    assertThat(get("/on-call?siteId=site-r&at=2101-01-01T00:00:00Z", operator).statusCode())
        .isEqualTo(422);

    String broken =
        calendarFile("google-london").replaceFirst("DTEND;TZID=Europe/London", "DTEND;TZID=Ward");
    assertThat(file(path, broken).body())
        .contains("calendar-unreadable", "day@google.london", "unknown-zone");
    assertThat(onCall("2099-07-01T02:00:00Z")).contains("\"ann\"");

    String party =
        "BEGIN:VEVENT\r\nUID:party\r\nSUMMARY:Ward party\r\nDTSTART:"
            + Instant.now().plus(2, ChronoUnit.DAYS).toString().substring(0, 10).replace("-", "")
            + "\r\nEND:VEVENT\r\nEND:VCALENDAR";
    assertThat(file(path, calendarFile("google-london").replace("END:VCALENDAR", party)).body())
        .contains("\"summary\":\"Ward party\"");
    assertThat(get("/sites/site-r/cover", operator).body())
        .contains("\"unknownPeople\":[{\"calendar\":\"ward\",\"summary\":\"Ward party\"");
    assertThat(call("DELETE", path, null, operator).statusCode()).isEqualTo(409);
    put("/sites/site-r/rota", rota("ann", always("ann")), operator);
    assertThat(call("DELETE", path, null, operator).statusCode()).isEqualTo(204);
  }

  @Test
  void aCalendarIsFetchedAnewAndItsLastGoodCopyCountsWhileItFails() throws Exception {
    put("/staff/ona", staff("+447700900321", "\"verified\":true"), operator);
    AtomicReference<String> served = new AtomicReference<>(event("ona"));
    HttpServer web =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    web.createContext(
        "/ward.ics",
        exchange -> {
          byte[] body = served.get().getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(body.length == 0 ? 503 : 200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    web.createContext(
        "/inwards",
        exchange -> {
          exchange.getResponseHeaders().add("Location", "https://localhost/secret");
          exchange.sendResponseHeaders(302, -1);
          exchange.close();
        });
    web.start();
    try {
      String from = "http://127.0.0.1:" + web.getAddress().getPort();
      String path = "/sites/site-r/rota/calendars/web";
      put("/sites/site-r/rota", rota("ona", "{\"calendar\":\"web\"}"), operator);
      assertThat(put(path, url("http://localhost/ward.ics"), operator).body())
          .contains("not-https");
      assertThat(put(path, url("https://localhost/ward.ics"), operator).body())
          .contains("private-address");
      assertThat(put(path, url("https://169.254.169.254/latest"), operator).body())
          .contains("private-address");
      assertThat(put(path, url(from + "/inwards"), operator).body()).contains("private-address");
      assertThat(put(path, url(from + "/nothing"), operator).body()).contains("status-404");
      assertThat(get("/sites/site-r/rota/calendars", operator).body()).doesNotContain("web");

      assertThat(put(path, url(from + "/ward.ics"), operator).statusCode()).isEqualTo(200);
      assertThat(onCall(Instant.now().toString())).contains("\"ona\"");

      served.set("");
      makeDue();
      answered("+447700900321", "PRO-CART site-r: calendar web cannot be fetched.*");
      answered("+447700900999", "PRO-CART OPS CALENDAR_STALE .* site-r .*");
      assertThat(onCall(Instant.now().toString())).contains("\"ona\"");
      assertThat(get("/sites/site-r/cover", operator).body())
          .contains("\"calendar\":\"web\",\"state\":\"FAILING\"", "status-503");

      served.set(event("somebody else"));
      makeDue();
      within(10).until(() -> !get("/sites/site-r/cover", operator).body().contains("FAILING"));
      assertThat(onCall(Instant.now().toString())).doesNotContain("\"ona\"");
      within(10)
          .until(
              () ->
                  mailTo("operations@platform.example").stream()
                      .anyMatch(mail -> subject(mail).matches(".*CALENDAR_STALE.* CLEARED")));
    } finally {
      web.stop(0);
      put("/sites/site-r/rota", rota("ona", always("ona")), operator);
      call("DELETE", "/sites/site-r/rota/calendars/web", null, operator);
    }
  }

  @Test
  void theOwnerHearsOfAGapBeforeItComesOnceAndOfItsMending() {
    publish("pro.site.v1", "site-g", TestAlerts.site("site-g", "Site G", "Europe/London"));
    within(10).until(() -> get("/on-call?siteId=site-g", operator).statusCode() == 200);
    String phone = "+447700900331";
    put("/staff/gwen", staff(phone, "\"verified\":true").replace("site-r", "site-g"), operator);
    Instant start = Instant.now().plus(30, ChronoUnit.HOURS).truncatedTo(ChronoUnit.MINUTES);
    String until = "{\"staffId\":\"gwen\",\"from\":\"2026-01-01T00:00Z\",\"to\":\"" + start + "\"}";
    String after =
        "{\"staffId\":\"gwen\",\"from\":\""
            + start.plus(2, ChronoUnit.HOURS)
            + "\",\"to\":\"2100-01-01T00:00Z\"}";
    String gap = "{\"overrides\":[" + until + "," + after + "]}";

    assertThat(put("/sites/site-g/rota", rota("gwen", gap), operator).statusCode()).isEqualTo(200);

    answered(phone, "PRO-CART site-g: NOBODY on call as nurse, layer 1, from 20.*fill the rota\\.");
    answered("+447700900999", "PRO-CART OPS COVER_GAP_AHEAD .* site-g .*");
    within(10).until(() -> mailTo("gwen@staff.example").size() == 1);
    assertThat(get("/sites/site-g/cover?days=3", operator).body())
        .contains("\"gaps\":[{\"role\":\"nurse\",\"layer\":1,\"from\":\"" + start + "\"");

    put("/sites/site-g/rota", rota("gwen", always("gwen")), operator);

    answered(phone, "PRO-CART site-g: the gap of nurse, layer 1, from 20.* is filled.*");
    within(10)
        .until(
            () ->
                mailTo("operations@platform.example").stream()
                    .anyMatch(mail -> subject(mail).matches(".*COVER_GAP_AHEAD.* CLEARED")));
    assertThat(PHONES.at(phone).stream().filter(sms -> sms.text().contains("NOBODY"))).hasSize(1);
  }

  private void makeDue() {
    store
        .getCollection("calendars")
        .updateMany(Filters.exists("nextAt"), Updates.set("nextAt", new Date(0)));
  }

  private String onCall(String at) {
    return get("/on-call?siteId=site-r&at=" + at, operator).body();
  }

  private static String subject(jakarta.mail.internet.MimeMessage mail) {
    try {
      return mail.getSubject();
    } catch (jakarta.mail.MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String code(String phone) {
    List<String> texts = texts(phone);
    within(10).until(() -> texts(phone).stream().anyMatch(text -> CODE.matcher(text).matches()));
    Matcher last = CODE.matcher(texts(phone).getLast());
    assertThat(last.matches()).as("%s", texts).isTrue();
    return last.group("code");
  }

  private static List<String> texts(String phone) {
    return PHONES.at(phone).stream().map(Phones.Sms::text).toList();
  }

  private static void answered(String phone, String pattern) {
    within(10)
        .untilAsserted(
            () -> assertThat(texts(phone)).anySatisfy(text -> assertThat(text).matches(pattern)));
  }

  private static ConditionFactory within(int seconds) {
    return await().atMost(Duration.ofSeconds(seconds)).pollInterval(Duration.ofMillis(100));
  }

  private static String staff(String phone, String flag) {
    String name = phone.equals("+447700900331") ? "gwen" : "p" + phone.substring(1);
    return """
    {"sites":["site-r"],"languages":["en-GB"],"contacts":[
      {"channel":"sms","address":"%s",%s},
      {"channel":"email","address":"%s@staff.example"%s}]}
    """
        .formatted(phone, flag, name, flag.contains("true") ? "," + flag : "");
  }

  private static String rota(String owner, String layer) {
    return "{\"owner\":\""
        + owner
        + "\",\"roles\":[{\"role\":\"nurse\",\"layers\":["
        + layer
        + "]}]}";
  }

  private static String always(String person) {
    return "{\"shifts\":[{\"staffId\":\"" + person + "\",\"from\":\"00:00\",\"to\":\"00:00\"}]}";
  }

  private static String url(String address) {
    return "{\"url\":\"" + address + "\",\"refreshMinutes\":1}";
  }

  private static String event(String title) {
    return """
    BEGIN:VCALENDAR
    VERSION:2.0
    PRODID:-//test//EN
    BEGIN:VEVENT
    UID:one
    SUMMARY:%s
    DTSTART:20260101T000000Z
    DTEND:20990101T000000Z
    END:VEVENT
    END:VCALENDAR
    """
        .formatted(title);
  }
}
