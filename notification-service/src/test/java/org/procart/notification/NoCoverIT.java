package org.procart.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.procart.notification.parts.Phones;
import org.procart.schemas.NotificationKind;

/** A rota with nobody in its second line: who keeps it hears so, once. */
class NoCoverIT extends RunningService {

  private static final String NURSE = "+447700960101";
  private static final String OWNER = "+447700960102";

  @Test
  void whoKeepsTheRotaHearsThatAStepHadNobody() {
    String operator = TOKENS.token("operator");
    publish("pro.site.v1", "site-n", TestAlerts.site("site-n", "Nobody", "Europe/London"));
    put("/staff/nurse-n", staff(NURSE), operator);
    put("/staff/owner-n", staff(OWNER), operator);
    String rota =
        """
        {"owner":"owner-n","roles":[{"role":"nurse","layers":[
          {"shifts":[{"staffId":"nurse-n","from":"00:00","to":"00:00"}]}]}]}
        """;
    assertThat(put("/sites/site-n/rota", rota, operator).statusCode()).isEqualTo(200);
    PHONES.mode(NURSE, Phones.Mode.UNDELIVERABLE);
    try {
      for (String alert : List.of("nobody-1", "nobody-2")) {
        publish("pro.alert.v1", "p", TestAlerts.red(alert, "site-n").build());
        await()
            .atMost(Duration.ofSeconds(20))
            .until(
                () ->
                    told(alert).stream()
                        .anyMatch(
                            event ->
                                event.getKind() == NotificationKind.SKIPPED
                                    && "EMPTY_STEP".equals(event.getReason())));
      }
    } finally {
      PHONES.allDeliver();
    }

    await().atMost(Duration.ofSeconds(10)).until(() -> !PHONES.at(OWNER).isEmpty());
    assertThat(PHONES.at(OWNER))
        .extracting(Phones.Sms::text)
        .filteredOn(text -> text.contains("found NOBODY to call"))
        .hasSize(1)
        .allSatisfy(text -> assertThat(text).startsWith("PRO-CART site-n:"));
  }

  private static String staff(String phone) {
    return """
    {"sites":["site-n"],"contacts":[{"channel":"sms","address":"%s","verified":true}]}
    """
        .formatted(phone);
  }
}
