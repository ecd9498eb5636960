package org.procart.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.procart.notification.parts.Phones;
import org.procart.schemas.AlertLevel;
import org.procart.schemas.NotificationChanged;
import org.procart.schemas.NotificationKind;

/** Fifty patients at once. */
class StormIT extends RunningService {

  private static final String NURSE = "+447700930101";
  private static final int PATIENTS = 50;
  private static final Pattern BUNDLE =
      Pattern.compile(
          "PRO-CART AMBER (?<code>\\w{5}) .* (?<count>\\d+) alerts.*(?<path>/a/\\w{22})");

  @BeforeEach
  void siteIsReady() {
    String operator = TOKENS.token("operator");
    publish("pro.site.v1", "site-storm", TestAlerts.site("site-storm", "Storm", "Europe/London"));
    String nurse =
        """
        {"sites":["site-storm"],"contacts":[{"channel":"sms","address":"%s","verified":true}]}
        """
            .formatted(NURSE);
    assertThat(put("/staff/nurse-storm", nurse, operator).statusCode()).isEqualTo(200);
    String step =
        """
        {"steps":[{"who":{"kind":"PERSON","staffId":"nurse-storm"},"channels":["sms"],
          "waitSeconds":3600}],"roundSeconds":7200,"receiptSeconds":900}
        """;
    String policy = "{\"levels\":{\"RED\":%s,\"AMBER\":%s}}".formatted(step, step);
    assertThat(put("/sites/site-storm/escalation-policy", policy, operator).statusCode())
        .isEqualTo(200);
  }

  @Test
  void eachRedSoundsAndTheAmbersOfOnePersonAreOneMessage() {
    for (int i = 0; i < PATIENTS; i++) {
      publish("pro.alert.v1", "p" + i, amber(i));
      publish("pro.alert.v1", "p" + i, TestAlerts.red("storm-red-" + i, "site-storm").build());
    }

    within(60).until(() -> delivered("storm-red-") == PATIENTS);
    within(60).until(() -> delivered("storm-amber-") == PATIENTS);

    List<Phones.Sms> received = PHONES.at(NURSE);
    assertThat(received.stream().filter(sms -> sms.text().startsWith("PRO-CART RED")))
        .hasSize(PATIENTS);
    assertThat(received).allSatisfy(sms -> assertThat(sms.text()).hasSizeLessThanOrEqualTo(160));
    List<Matcher> bundles =
        received.stream().map(sms -> BUNDLE.matcher(sms.text())).filter(Matcher::matches).toList();
    long single =
        received.stream().filter(sms -> sms.text().startsWith("PRO-CART AMBER")).count()
            - bundles.size();
    long counted =
        bundles.stream().mapToInt(bundle -> Integer.parseInt(bundle.group("count"))).sum();
    assertThat(counted + single).isEqualTo(PATIENTS);
    assertThat(bundles.size() + single).isLessThanOrEqualTo(3);

    Matcher largest =
        bundles.stream()
            .max((one, other) -> one.group("count").length() - other.group("count").length())
            .orElseThrow();
    PHONES.reply(NURSE, "ACK " + largest.group("code"));

    int size = Integer.parseInt(largest.group("count"));
    within(20).until(() -> acknowledged("storm-amber-") == size);
    assertThat(acknowledged("storm-red-")).isZero();
  }

  private long delivered(String prefix) {
    return count(prefix, NotificationKind.DELIVERED);
  }

  private long acknowledged(String prefix) {
    return count(prefix, NotificationKind.ACKNOWLEDGED);
  }

  private long count(String prefix, NotificationKind kind) {
    return notifications()
        .filter(event -> event.getAlertId().startsWith(prefix) && event.getKind() == kind)
        .map(NotificationChanged::getAlertId)
        .distinct()
        .count();
  }

  private static org.procart.schemas.AlertChanged amber(int number) {
    return TestAlerts.red("storm-amber-" + number, "site-storm").setLevel(AlertLevel.AMBER).build();
  }

  private static org.awaitility.core.ConditionFactory within(int seconds) {
    return await().atMost(Duration.ofSeconds(seconds)).pollInterval(Duration.ofMillis(200));
  }
}
