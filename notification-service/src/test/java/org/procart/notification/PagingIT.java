package org.procart.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.procart.notification.parts.Phones;
import org.procart.schemas.AlertChangeKind;
import org.procart.schemas.AlertState;
import org.procart.schemas.NotificationChanged;
import org.procart.schemas.NotificationKind;

class PagingIT extends RunningService {

  private static final String NURSE_1 = "+447700900101";
  private static final String NURSE_2 = "+447700900102";
  private static final String TESTER = "+447700900190";
  private static final String SITE_DESK = "+447700900180";
  private static final String PLATFORM_DESK = "+447700900900";
  private static final String OPERATIONS = "+447700900999";
  private static final Pattern SMS =
      Pattern.compile(
          "PRO-CART (RED|AMBER) (?<code>[34679CDFGHJMNPQRTWXY]{5}) (?<site>.+) \\d\\d:\\d\\d\\."
              + " (?<flag>WORSE |AGAIN |NO COVER )?Reply ACK \\k<code> or"
              + " https://p\\.example(?<path>/a/\\w{22})");

  @BeforeEach
  void siteIsReady() {
    publish("pro.site.v1", "site-a", TestAlerts.site("site-a", "Site Á", "Europe/London"));
    String operator = TOKENS.token("operator");
    put("/staff/nurse-1", staff(NURSE_1, "nurse-1@a.example", false), operator);
    put("/staff/nurse-2", staff(NURSE_2, "nurse-2@a.example", false), operator);
    put("/staff/probe", staff(TESTER, "probe@a.example", true), operator);
    assertThat(put("/sites/site-a/rota", rota("nurse-1", "nurse-2"), operator).statusCode())
        .isEqualTo(200);
    HttpResponse<String> policy =
        put(
            "/sites/site-a/escalation-policy",
            "{\"desk\":{\"sms\":\"" + SITE_DESK + "\",\"email\":\"desk@a.example\"}}",
            operator);
    assertThat(policy.statusCode()).isEqualTo(200);
    within(10).until(() -> get("/on-call?siteId=site-a", operator).body().contains("nurse-1"));
  }

  @AfterEach
  void phonesWork() {
    PHONES.allDeliver();
  }

  @Test
  void aRedReachesPhoneAndMailboxWithoutAnyPatientData() throws Exception {
    publish("pro.alert.v1", "p", TestAlerts.red("plain", "site-a").build());

    Matcher sms = pageAt(NURSE_1, "plain");

    within(10).until(() -> !mailTo("nurse-1@a.example").isEmpty());
    assertThat(sms.group("site")).isEqualTo("Site A");
    assertThat(sms.group()).hasSizeLessThanOrEqualTo(160).doesNotContain("patient", "secret");
    var mail = mailWith("nurse-1@a.example", sms.group("code"));
    assertThat(mail.getContentType()).startsWith("multipart/alternative");
    var parts = (jakarta.mail.Multipart) mail.getContent();
    assertThat(parts.getBodyPart(0).getContentType()).startsWith("text/plain");
    assertThat(parts.getBodyPart(0).getContent().toString())
        .contains(sms.group("path"))
        .doesNotContain("patient", "secret");
    within(10)
        .untilAsserted(
            () ->
                assertThat(kinds("plain"))
                    .contains(
                        NotificationKind.ARMED,
                        NotificationKind.QUEUED,
                        NotificationKind.SENT,
                        NotificationKind.DELIVERED));
    assertThat(told("plain").toString()).doesNotContain("4477009", "@a.example");
    acknowledge("plain", sms);
  }

  @Test
  void openingTheLinkChangesNothingAndTheButtonAcknowledges() {
    publish("pro.alert.v1", "p", TestAlerts.red("link", "site-a").build());
    String path = pageAt(NURSE_1, "link").group("path");

    HttpResponse<String> opened = get(path, null);
    HttpResponse<String> headed = call("HEAD", path, null, null);

    assertThat(opened.statusCode()).isEqualTo(200);
    assertThat(opened.body()).contains("RED", "Site Á", "<button", "Nobody has answered yet");
    assertThat(opened.headers().firstValue("cache-control")).hasValue("no-store");
    assertThat(opened.headers().firstValue("referrer-policy")).hasValue("no-referrer");
    assertThat(opened.headers().firstValue("content-security-policy").orElseThrow())
        .startsWith("default-src 'none'");
    assertThat(headed.statusCode()).isEqualTo(200);
    assertThat(kinds("link")).doesNotContain(NotificationKind.ACKNOWLEDGED);

    HttpResponse<String> pressed = call("POST", path, "", null);

    assertThat(pressed.statusCode()).isEqualTo(200);
    assertThat(pressed.body()).contains("Acknowledged ");
    NotificationChanged told = acknowledged("link");
    assertThat(told.getAcknowledgedBy()).isEqualTo("nurse-1");
    assertThat(told.getAcknowledgedRoute()).isEqualTo("link");
    assertThat(told.getSounding()).isEqualTo(1);
    assertThat(call("POST", path, "", null).statusCode()).isEqualTo(200);
    assertThat(kinds("link")).containsOnlyOnce(NotificationKind.ACKNOWLEDGED);
    assertThat(call("POST", "/a/AAAAAAAAAAAAAAAAAAAAAA", "", null).statusCode()).isEqualTo(404);
  }

  @Test
  void everyReplyIsAnsweredAndOnlyTheRightPhoneAcknowledges() {
    publish("pro.alert.v1", "p", TestAlerts.red("reply", "site-a").build());
    String code = pageAt(NURSE_1, "reply").group("code");

    PHONES.reply(NURSE_2, "ACK " + code);
    PHONES.reply(NURSE_1, "what is this?");

    answer(NURSE_2, "NOT acknowledged: code not valid from this phone. Still paging others.");
    answer(NURSE_1, "NOT acknowledged: not understood.*\\. Still paging others\\.");
    assertThat(kinds("reply")).doesNotContain(NotificationKind.ACKNOWLEDGED);

    PHONES.reply(NURSE_1, " ack" + code.toLowerCase() + " ");

    answer(NURSE_1, "OK " + code + " acknowledged \\d\\d:\\d\\d");
    assertThat(acknowledged("reply").getAcknowledgedRoute()).isEqualTo("sms-reply");
  }

  @Test
  void anUndeliverablePhoneMovesTheAlertToTheNextPersonAndThenTheDesks() {
    PHONES.mode(NURSE_1, Phones.Mode.UNDELIVERABLE);
    PHONES.mode(NURSE_2, Phones.Mode.REFUSE);
    PHONES.mode(SITE_DESK, Phones.Mode.UNDELIVERABLE);

    publish("pro.alert.v1", "p", TestAlerts.red("away", "site-a").build());

    Matcher desk = pageAt(PLATFORM_DESK, "away");
    List<String> order =
        told("away").stream()
            .filter(event -> event.getKind() == NotificationKind.QUEUED)
            .map(NotificationChanged::getRecipientId)
            .distinct()
            .toList();
    assertThat(order).containsExactly("nurse-1", "nurse-2", "desk:site-a", "desk:platform");
    acknowledge("away", desk);
  }

  @Test
  void noMovesToTheNextPersonAtOnce() {
    publish("pro.alert.v1", "p", TestAlerts.red("no", "site-a").build());
    String code = pageAt(NURSE_1, "no").group("code");

    PHONES.reply(NURSE_1, "No " + code);

    answer(NURSE_1, "NOT acknowledged: you said no. Still paging others.");
    acknowledge("no", pageAt(NURSE_2, "no"));
  }

  @Test
  void anUnknownSiteGoesToThePlatformDeskMarkedNoCover() {
    publish("pro.alert.v1", "p", TestAlerts.red("nowhere", "site-x").build());

    Matcher page = pageAt(PLATFORM_DESK, "nowhere");

    assertThat(page.group("flag")).isEqualTo("NO COVER ");
    within(20)
        .until(
            () -> PHONES.at(OPERATIONS).stream().anyMatch(sms -> sms.text().contains("NO_COVER")));
    acknowledge("nowhere", page);
  }

  @Test
  void aWorseAlertSoundsAgainAndTheOlderAnswerStopsNothingNewer() {
    publish("pro.alert.v1", "p", TestAlerts.red("worse", "site-a").build());
    Matcher first = pageAt(NURSE_1, "worse");

    publish(
        "pro.alert.v1",
        "p",
        TestAlerts.red("worse", "site-a")
            .setRevision(2)
            .setKind(AlertChangeKind.WORSENED)
            .setSounding(2)
            .setSoundingReason("WORSENED")
            .build());

    Matcher second = pageAt(NURSE_1, "worse");
    assertThat(second.group("flag")).isEqualTo("WORSE ");
    assertThat(second.group("code")).isNotEqualTo(first.group("code"));
    PHONES.reply(NURSE_1, "ACK " + first.group("code"));
    answer(NURSE_1, "NOT acknowledged: a newer call is out.* Still paging others\\.");
    assertThat(acknowledged("worse").getSounding()).isEqualTo(1);
    assertThat(get("/notifications?alertId=worse", TOKENS.token("clinician", "site-a")).body())
        .contains("\"sounding\":2,\"level\":\"RED\",\"state\":\"PAGING\"");
    acknowledge("worse", second);
  }

  @Test
  void aClosedAlertStopsPagingAndItsCodeIsOver() {
    publish("pro.alert.v1", "p", TestAlerts.red("closed", "site-a").build());
    Matcher page = pageAt(NURSE_1, "closed");

    publish(
        "pro.alert.v1",
        "p",
        TestAlerts.red("closed", "site-a").setRevision(2).setState(AlertState.CLOSED).build());

    within(10).until(() -> kinds("closed").contains(NotificationKind.ENDED));
    PHONES.reply(NURSE_1, "ACK " + page.group("code"));
    answer(NURSE_1, "NOT acknowledged: the alert is closed.*");
    within(10).until(() -> get(page.group("path"), null).statusCode() == 410);
    publish("pro.alert.v1", "p", TestAlerts.red("closed", "site-a").build());
    publish("pro.alert.v1", "p", TestAlerts.red("after-closed", "site-a").build());
    acknowledge("after-closed", pageAt(NURSE_1, "after-closed"));
    assertThat(kinds("closed").stream().filter(NotificationKind.QUEUED::equals)).hasSize(2);
  }

  @Test
  void aSyntheticAlertReachesTestContactsOnly() {
    int nurses = PHONES.at(NURSE_1).size() + PHONES.at(NURSE_2).size();

    publish("pro.alert.v1", "p", TestAlerts.red("proof", "site-a").setSynthetic(true).build());

    Matcher page = pageAt(TESTER, "proof");
    acknowledge("proof", page);
    assertThat(PHONES.at(NURSE_1).size() + PHONES.at(NURSE_2).size()).isEqualTo(nurses);
    assertThat(told("proof").stream().map(NotificationChanged::getRecipientId))
        .doesNotContain("nurse-1", "nurse-2", "desk:site-a", "desk:platform");
  }

  @Test
  void anUnreadableAlertIsPagedToThePlatformDeskByItsPlace() {
    publish("pro.alert.v1", "P-77", "not avro at all".getBytes());

    within(20)
        .until(
            () ->
                PHONES.at(PLATFORM_DESK).stream()
                    .anyMatch(sms -> sms.text().contains("UNREADABLE p0 o")));
    assertThat(PHONES.at(PLATFORM_DESK).getLast().text()).contains("key P-77", "NO COVER");
  }

  @Test
  void anSmsSupplierThatComesBackGetsWhatWaited() {
    PHONES.stop();
    try {
      publish("pro.alert.v1", "p", TestAlerts.red("outage", "site-a").build());
      within(10)
          .until(
              () ->
                  told("outage").stream()
                      .anyMatch(event -> "SUPPLIER_AWAY".equals(event.getReason())));
    } finally {
      PHONES.start();
    }

    acknowledge("outage", pageAt(NURSE_1, "outage"));
  }

  @Test
  void aReceiptThatOvertakesTheAnswerIsMatchedLater() {
    PHONES.mode(NURSE_1, Phones.Mode.HASTY);

    publish("pro.alert.v1", "p", TestAlerts.red("hasty", "site-a").build());

    Matcher page = pageAt(NURSE_1, "hasty");
    within(10).until(() -> kinds("hasty").contains(NotificationKind.DELIVERED));
    acknowledge("hasty", page);
  }

  @Test
  void aPageWhoseFateIsUnknownIsSentOnceMoreAndSaysSo() {
    int before = PHONES.at(NURSE_1).size();
    PHONES.mode(NURSE_1, Phones.Mode.HANG_UP_ONCE);

    publish("pro.alert.v1", "p", TestAlerts.red("unclear", "site-a").build());

    Matcher page = pageAt(NURSE_1, "unclear");
    assertThat(page.group("flag")).isEqualTo("AGAIN ");
    assertThat(told("unclear"))
        .anySatisfy(
            event -> {
              assertThat(event.getKind()).isEqualTo(NotificationKind.SENT);
              assertThat(event.getPossiblyRepeated()).isTrue();
            });
    assertThat(kinds("unclear")).containsOnlyOnce(NotificationKind.OUTCOME_UNKNOWN);
    assertThat(PHONES.at(NURSE_1)).hasSize(before + 2);
    acknowledge("unclear", page);
  }

  @Test
  void coverIsSeenAhead() {
    String admin = TOKENS.token("site-admin", "site-b");
    publish("pro.site.v1", "site-b", TestAlerts.site("site-b", "Site B", "Pacific/Auckland"));
    within(10).until(() -> get("/on-call?siteId=site-b", admin).statusCode() == 200);

    assertThat(get("/sites/site-b/readiness", admin).body())
        .contains("\"ready\":false", "ROTA", "ESCALATION_POLICY", "DESK");
    put(
        "/sites/site-b/rota",
        """
        {"roles":[{"role":"nurse","layers":[
          {"shifts":[{"staffId":"nobody","from":"08:00","to":"20:00"}]}]}]}
        """,
        admin);

    HttpResponse<String> cover = get("/sites/site-b/cover?days=200", admin);
    assertThat(cover.statusCode()).isEqualTo(422);
    cover = get("/sites/site-b/cover?days=2", admin);
    assertThat(cover.statusCode()).isEqualTo(200);
    assertThat(cover.body())
        .contains(
            "\"staffId\":\"nobody\",\"lack\":\"UNKNOWN\"",
            "\"gaps\":[{\"role\":\"nurse\",\"layer\":1",
            "\"level\":\"RED\",\"step\":2");
    assertThat(get("/sites/site-a/readiness", TOKENS.token("operator")).body())
        .isEqualTo(
            "{\"siteId\":\"site-a\",\"ready\":true,\"lacks\":[],\"advice\":[\"ROTA_OWNER\"]}");
  }

  @Test
  void reminderContactsAreTheSitesOwnAndGoWithThePatient() {
    String admin = TOKENS.token("site-admin", "site-a");
    String body =
        """
        {"contacts":[{"personId":"P-1","channel":"sms","address":"+447700900555"}]}
        """;
    publish("pro.patient.v1", "P-1", TestAlerts.patient("P-1", "site-a"));
    within(10).until(() -> put("/patients/P-1/contacts", body, admin).statusCode() == 200);

    assertThat(get("/patients/P-1/contacts", admin).body()).contains("+447700900555");
    assertThat(get("/patients/P-1/contacts", TOKENS.token("site-admin", "site-b")).statusCode())
        .isEqualTo(404);
    assertThat(get("/patients/P-1/contacts", TOKENS.token("clinician", "site-a")).statusCode())
        .isEqualTo(403);
    assertThat(call("DELETE", "/patients/P-1/contacts", null, admin).statusCode()).isEqualTo(204);
    assertThat(get("/patients/P-1/contacts", admin).statusCode()).isEqualTo(404);
  }

  @Test
  void onlyTheSitesOwnPeopleSeeAndChangeItsCover() {
    assertThat(
            put("/sites/site-a/rota", rota("x", "y"), TOKENS.token("site-admin", "site-b"))
                .statusCode())
        .isEqualTo(403);
    assertThat(
            put("/sites/site-a/rota", rota("x", "y"), TOKENS.token("clinician", "site-a"))
                .statusCode())
        .isEqualTo(403);
    assertThat(get("/on-call?siteId=site-a", TOKENS.token("clinician", "site-b")).statusCode())
        .isEqualTo(404);
    assertThat(get("/on-call?siteId=site-a", null).statusCode()).isEqualTo(401);
    HttpResponse<String> faulty =
        put(
            "/staff/nurse-9",
            "{\"sites\":[],\"contacts\":[{\"channel\":\"sms\",\"address\":\"0770\"},"
                + "{\"channel\":\"pigeon\"}]}",
            TOKENS.token("operator"));
    assertThat(faulty.statusCode()).isEqualTo(422);
    assertThat(faulty.body())
        .contains("\"/sites\"", "\"/contacts/0/address\"", "\"/contacts/1/channel\"");
  }

  /** The newest page for the alert on a phone, as soon as it is there. */
  private Matcher pageAt(String number, String alertId) {
    int sounding =
        within(20)
            .until(
                () -> told(alertId).stream().mapToInt(NotificationChanged::getSounding).max(),
                java.util.OptionalInt::isPresent)
            .getAsInt();
    String recipient = recipientOf(number);
    within(30)
        .until(
            () ->
                told(alertId).stream()
                    .anyMatch(
                        event ->
                            event.getKind() == NotificationKind.SENT
                                && event.getSounding() >= sounding
                                && recipient.equals(event.getRecipientId())
                                && "sms".equals(event.getChannel())));
    Matcher page =
        PHONES.at(number).reversed().stream()
            .map(sms -> SMS.matcher(sms.text()))
            .filter(Matcher::matches)
            .findFirst()
            .orElseThrow();
    return page;
  }

  private static String recipientOf(String number) {
    return switch (number) {
      case NURSE_1 -> "nurse-1";
      case NURSE_2 -> "nurse-2";
      case TESTER -> "probe";
      case SITE_DESK -> "desk:site-a";
      default -> "desk:platform";
    };
  }

  private void acknowledge(String alertId, Matcher page) {
    assertThat(call("POST", page.group("path"), "", null).statusCode()).isEqualTo(200);
    acknowledged(alertId);
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

  private void answer(String number, String expected) {
    within(10)
        .until(() -> PHONES.at(number).stream().anyMatch(sms -> sms.text().matches(expected)));
  }

  private List<NotificationKind> kinds(String alertId) {
    return told(alertId).stream().map(NotificationChanged::getKind).toList();
  }

  private static jakarta.mail.internet.MimeMessage mailWith(String mailbox, String code)
      throws Exception {
    for (var mail : mailTo(mailbox)) {
      if (mail.getSubject().contains(code)) {
        return mail;
      }
    }
    throw new AssertionError("no e-mail with the code");
  }

  private static ConditionFactory within(int seconds) {
    return await().atMost(Duration.ofSeconds(seconds)).pollInterval(Duration.ofMillis(100));
  }

  private static String staff(String phone, String mailbox, boolean test) {
    return """
    {"sites":["site-a"],"contacts":[
      {"channel":"sms","address":"%s","verified":true,"test":%s},
      {"channel":"email","address":"%s","verified":true,"test":%s}]}
    """
        .formatted(phone, test, mailbox, test);
  }

  private static String rota(String first, String second) {
    return """
    {"roles":[{"role":"nurse","layers":[
      {"shifts":[{"staffId":"%s","from":"00:00","to":"00:00"}]},
      {"shifts":[{"staffId":"%s","from":"00:00","to":"00:00"}]}]}]}
    """
        .formatted(first, second);
  }
}
