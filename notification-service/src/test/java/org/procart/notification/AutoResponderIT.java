package org.procart.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A phone that answers every message by itself. */
class AutoResponderIT extends RunningService {

  private static final String NURSE = "+447700970101";
  private static final Pattern CODE = Pattern.compile("ACK (\\w{5})");

  @Autowired MongoDatabase store;

  @Test
  void itIsAnsweredFiveTimesAndACodeAlways() {
    String operator = TOKENS.token("operator");
    publish("pro.site.v1", "site-auto", TestAlerts.site("site-auto", "Auto", "Europe/London"));
    put(
        "/staff/nurse-auto",
        """
        {"sites":["site-auto"],"contacts":[{"channel":"sms","address":"%s","verified":true}]}
        """
            .formatted(NURSE),
        operator);
    String policy =
        """
        {"levels":{"RED":{"steps":[
          {"who":{"kind":"PERSON","staffId":"nurse-auto"},"channels":["sms"],"waitSeconds":300}]}}}
        """;
    assertThat(put("/sites/site-auto/escalation-policy", policy, operator).statusCode())
        .isEqualTo(200);
    publish("pro.alert.v1", "p", TestAlerts.red("auto", "site-auto").build());
    sms(1);
    Matcher code = CODE.matcher(PHONES.at(NURSE).getFirst().text());
    assertThat(code.find()).isTrue();

    for (int i = 1; i <= 7; i++) {
      PHONES.reply(NURSE, "I am away until Monday.");
      archived(i);
    }
    sms(6);
    PHONES.reply(NURSE, "ACK " + code.group(1));

    archived(8);
    sms(7);
    assertThat(PHONES.at(NURSE).getLast().text()).contains(code.group(1));
  }

  private void archived(int count) {
    await()
        .atMost(Duration.ofSeconds(10))
        .until(
            () ->
                store
                        .getCollection("inbound_archive")
                        .countDocuments(Filters.regex("from", "447700970101"))
                    == count);
  }

  private void sms(int count) {
    await().atMost(Duration.ofSeconds(20)).until(() -> PHONES.at(NURSE).size() == count);
  }
}
