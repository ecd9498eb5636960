package org.procart.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.procart.notification.parts.Phones;
import org.procart.schemas.AlertState;

/** Staff and rotas over HTTP, with real messages. */
class RotaIT extends RunningService {

  private static final Pattern CODE = Pattern.compile("PRO-CART ?: (?<code>[0-9]{6}) .*");

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
    publish("pro.alert.v1", "p", TestAlerts.red("stopped", "site-r").build());
    within(10).until(() -> !mailTo("p447700900311@staff.example").isEmpty());
    assertThat(texts(phone)).noneMatch(text -> text.startsWith("PRO-CART RED"));
    publish(
        "pro.alert.v1",
        "p",
        TestAlerts.red("stopped", "site-r").setRevision(2).setState(AlertState.CLOSED).build());

    PHONES.reply(phone, "START");

    answered(phone, "PRO-CART: this phone is paged again.*");
    assertThat(get("/sites/site-r/cover", operator).body()).doesNotContain("OPTED_OUT");
    PHONES.reply("+447700900319", "STOP");
    answered("+447700900319", "PRO-CART: nothing changed.*");
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
}
