package org.procart.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.procart.notification.parts.Phones;
import org.procart.notification.parts.Phones.Sms;
import org.procart.schemas.AlertLevel;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** More pages than the supplier takes: ten a second, for 110. */
@DirtiesContext
class RateLimitIT extends RunningService {

  private static final Phones SUPPLIER = new Phones();
  private static final int AMBERS = 60;
  private static final int REDS = 50;

  @DynamicPropertySource
  static void supplier(DynamicPropertyRegistry properties) {
    database = "rates";
    String only = "procart.notification.sms.suppliers[0].";
    properties.add(only + "name", () -> "line");
    properties.add(only + "kind", () -> "smpp");
    properties.add(only + "host", () -> "127.0.0.1");
    properties.add(only + "port", SUPPLIER::port);
    properties.add(only + "system-id", () -> "procart");
    properties.add(only + "per-second", () -> 10);
  }

  @AfterAll
  static void othersHaveTheirs() {
    database = "notification";
    SUPPLIER.close();
  }

  @Test
  void everyRedLeavesBeforeTheAmbersThatWereThereFirst() {
    IntStream.range(0, AMBERS).forEach(this::nurse);
    publishTogether(
        "pro.alert.v1",
        IntStream.range(0, AMBERS)
            .mapToObj(i -> page("amber-" + i, "site-rate-" + i, AlertLevel.AMBER))
            .toList());
    await().atMost(Duration.ofSeconds(30)).until(() -> at("AMBER").size() >= 10);
    int before = at("AMBER").size();

    publishTogether(
        "pro.alert.v1",
        IntStream.range(0, REDS)
            .mapToObj(i -> page("red-" + i, "nowhere", AlertLevel.RED))
            .toList());

    await().atMost(Duration.ofSeconds(60)).until(() -> at("RED").size() == REDS);
    List<Sms> all = SUPPLIER.all();
    int last =
        IntStream.range(0, all.size())
            .filter(i -> all.get(i).text().contains(" RED "))
            .max()
            .orElseThrow();
    int first =
        IntStream.range(0, all.size())
            .filter(i -> all.get(i).text().contains(" RED "))
            .min()
            .orElseThrow();
    long between =
        all.subList(first, last).stream().filter(sms -> sms.text().contains(" AMBER ")).count();
    assertThat(before).as("AMBERs that still wait").isLessThan(AMBERS);
    // They may go while no RED waits and more than half is left: less than a second of the rate.
    assertThat(between).as("AMBERs between the REDs").isLessThanOrEqualTo(10);
    assertThat(notifications().filter(event -> event.getAlertId().startsWith("amber-")))
        .as("what waits says why")
        .anyMatch(event -> "RATE_LIMITED".equals(event.getReason()));
  }

  private static SpecificRecord page(String alertId, String siteId, AlertLevel level) {
    return TestAlerts.red(alertId, siteId).setLevel(level).build();
  }

  /** Each AMBER to a nurse of its own: to one they would be one message. */
  private void nurse(int number) {
    String operator = TOKENS.token("operator");
    String site = "site-rate-" + number;
    String staff =
        """
        {"sites":["%s"],"contacts":[{"channel":"sms","address":"+44770095%04d","verified":true}]}
        """
            .formatted(site, number);
    assertThat(put("/staff/nurse-" + site, staff, operator).statusCode()).isEqualTo(200);
    String policy =
        """
        {"levels":{"AMBER":{"steps":[
          {"who":{"kind":"PERSON","staffId":"nurse-%s"},"channels":["sms"],"waitSeconds":3600}]}}}
        """
            .formatted(site);
    String path = "/sites/" + site + "/escalation-policy";
    assertThat(put(path, policy, operator).statusCode()).isEqualTo(200);
  }

  private static List<Sms> at(String level) {
    return SUPPLIER.all().stream().filter(sms -> sms.text().contains(" " + level + " ")).toList();
  }
}
