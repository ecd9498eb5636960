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
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Calendars over HTTP, from files and from a real web server. */
class CalendarIT extends RunningService {

  @Autowired MongoDatabase store;

  private final String operator = TOKENS.token("operator");

  @BeforeEach
  void siteIsKnown() {
    publish("pro.site.v1", "site-c", TestAlerts.site("site-c", "Site C", "Europe/London"));
    within(10).until(() -> get("/on-call?siteId=site-c", operator).statusCode() == 200);
  }

  @Test
  void aCalendarIsTakenAsAFileAsAWholeOrNotAtAll() {
    for (String person : List.of("ann", "ben", "cat", "dan", "eve")) {
      put(
          "/staff/" + person,
          "{\"sites\":[\"site-c\"],\"contacts\":[{\"channel\":\"email\",\"address\":\""
              + person
              + "@ward.example\",\"verified\":true}]}",
          operator);
    }
    assertThat(
            put("/sites/site-c/rota", rota("ann", "{\"calendar\":\"ward\"}"), operator)
                .statusCode())
        .isEqualTo(200);
    assertThat(get("/sites/site-c/cover", operator).body())
        .contains("\"calendar\":\"ward\",\"state\":\"MISSING\"");
    String path = "/sites/site-c/rota/calendars/ward";

    HttpResponse<String> taken = file(path, calendarFile("google-london"));

    assertThat(taken.statusCode()).isEqualTo(200);
    assertThat(taken.body()).contains("\"unknownPeople\":[]");
    assertThat(onCall("2027-10-31T00:40:00Z")).contains("\"ann\"", "\"dan\"");
    assertThat(onCall("2027-10-31T01:40:00Z")).contains("\"ann\"").doesNotContain("\"dan\"");
    assertThat(onCall("2099-07-01T02:00:00Z")).contains("\"ann\"");
    assertThat(get("/on-call?siteId=site-c&at=2101-01-01T00:00:00Z", operator).statusCode())
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
    assertThat(get("/sites/site-c/cover", operator).body())
        .contains("\"unknownPeople\":[{\"calendar\":\"ward\",\"summary\":\"Ward party\"");
    assertThat(call("DELETE", path, null, operator).statusCode()).isEqualTo(409);
    put("/sites/site-c/rota", rota("ann", always("ann")), operator);
    assertThat(call("DELETE", path, null, operator).statusCode()).isEqualTo(204);
  }

  @Test
  void aCalendarIsFetchedAnewAndItsLastGoodCopyCountsWhileItFails() throws Exception {
    put(
        "/staff/ona",
        "{\"sites\":[\"site-c\"],\"contacts\":[{\"channel\":\"sms\","
            + "\"address\":\"+447700900321\",\"verified\":true}]}",
        operator);
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
      String path = "/sites/site-c/rota/calendars/web";
      put("/sites/site-c/rota", rota("ona", "{\"calendar\":\"web\"}"), operator);
      assertThat(put(path, url("http://localhost/ward.ics"), operator).body())
          .contains("not-https");
      assertThat(put(path, url("https://localhost/ward.ics"), operator).body())
          .contains("private-address");
      assertThat(put(path, url("https://169.254.169.254/latest"), operator).body())
          .contains("private-address");
      assertThat(put(path, url(from + "/inwards"), operator).body()).contains("private-address");
      assertThat(put(path, url(from + "/nothing"), operator).body()).contains("status-404");
      assertThat(get("/sites/site-c/rota/calendars", operator).body()).doesNotContain("web");

      assertThat(put(path, url(from + "/ward.ics"), operator).statusCode()).isEqualTo(200);
      assertThat(onCall(Instant.now().toString())).contains("\"ona\"");

      served.set("");
      makeDue();
      answered("+447700900321", "PRO-CART site-c: calendar web cannot be fetched.*");
      answered("+447700900999", "PRO-CART OPS CALENDAR_STALE .* site-c .*");
      assertThat(onCall(Instant.now().toString())).contains("\"ona\"");
      assertThat(get("/sites/site-c/cover", operator).body())
          .contains("\"calendar\":\"web\",\"state\":\"FAILING\"", "status-503");

      served.set(event("somebody else"));
      makeDue();
      within(10).until(() -> !get("/sites/site-c/cover", operator).body().contains("FAILING"));
      assertThat(onCall(Instant.now().toString())).doesNotContain("\"ona\"");
      within(10)
          .until(
              () ->
                  mailTo("operations@platform.example").stream()
                      .anyMatch(mail -> subject(mail).matches(".*CALENDAR_STALE.* CLEARED")));
    } finally {
      web.stop(0);
      put("/sites/site-c/rota", rota("ona", always("ona")), operator);
      call("DELETE", "/sites/site-c/rota/calendars/web", null, operator);
    }
  }

  private void makeDue() {
    store
        .getCollection("calendars")
        .updateMany(Filters.exists("nextAt"), Updates.set("nextAt", new Date(0)));
  }

  private String onCall(String at) {
    return get("/on-call?siteId=site-c&at=" + at, operator).body();
  }

  private static String subject(jakarta.mail.internet.MimeMessage mail) {
    try {
      return mail.getSubject();
    } catch (jakarta.mail.MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void answered(String phone, String pattern) {
    within(10)
        .untilAsserted(
            () ->
                assertThat(PHONES.at(phone))
                    .anySatisfy(text -> assertThat(text.text()).matches(pattern)));
  }

  private static ConditionFactory within(int seconds) {
    return await().atMost(Duration.ofSeconds(seconds)).pollInterval(Duration.ofMillis(100));
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
