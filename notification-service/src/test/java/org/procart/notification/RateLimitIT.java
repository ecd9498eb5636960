package org.procart.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.procart.notification.parts.Phones;
import org.procart.notification.parts.Phones.Sms;
import org.procart.schemas.AlertLevel;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** More pages than the supplier takes: ten a second, for 250. */
@DirtiesContext
class RateLimitIT extends RunningService {

  private static final Phones SUPPLIER = new Phones();
  private static final String DESK = "+447700900900";
  private static final int AMBERS = 200;
  private static final int REDS = 50;

  @DynamicPropertySource
  static void supplier(DynamicPropertyRegistry properties) {
    database = "storm";
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
    for (int i = 0; i < AMBERS; i++) {
      page("amber-" + i, AlertLevel.AMBER);
    }
    await().atMost(Duration.ofSeconds(30)).until(() -> at("AMBER").size() >= 10);
    int before = at("AMBER").size();

    for (int i = 0; i < REDS; i++) {
      page("red-" + i, AlertLevel.RED);
    }

    await().atMost(Duration.ofSeconds(60)).until(() -> at("RED").size() == REDS);
    List<Sms> all = SUPPLIER.at(DESK);
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
    assertThat(between).as("AMBERs between the REDs").isLessThanOrEqualTo(3);
    assertThat(get("/notifications?alertId=amber-199", TOKENS.token("operator")).body())
        .contains("RATE_LIMITED");
  }

  private void page(String alertId, AlertLevel level) {
    publish("pro.alert.v1", alertId, TestAlerts.red(alertId, "nowhere").setLevel(level).build());
  }

  private static List<Sms> at(String level) {
    return SUPPLIER.at(DESK).stream()
        .filter(sms -> sms.text().contains(" " + level + " "))
        .toList();
  }
}
