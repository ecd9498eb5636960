package org.procart.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.procart.notification.escalation.Escalations;
import org.procart.notification.parts.Phones;
import org.procart.schemas.NotificationChanged;
import org.procart.schemas.NotificationKind;

/** Ends a page's way before and after each of its writes, also between supplier and record. */
class PagingKillIT extends RunningService {

  /** Begin, claim, key, message id, sent, delivered, and some of what tells of them. */
  private static final int WRITES = 8;

  private record Case(int number) {

    String site() {
      return "site-kill-" + number;
    }

    String alert() {
      return "kill-" + number;
    }

    String escalation() {
      return Escalations.id(alert(), 1);
    }

    String phone() {
      return "+44770092%04d".formatted(number);
    }
  }

  @Test
  void thePageArrivesOnceOrOnceMoreAndThenSaysSo() {
    List<Case> cases =
        IntStream.rangeClosed(1, WRITES)
            .boxed()
            .flatMap(write -> Stream.of(mortal(write, false), mortal(write, true)))
            .toList();

    cases.forEach(
        each -> publish("pro.alert.v1", "p", TestAlerts.red(each.alert(), each.site()).build()));

    await()
        .atMost(Duration.ofSeconds(90))
        .pollInterval(Duration.ofMillis(500))
        .untilAsserted(() -> assertThat(cases).allSatisfy(this::isDelivered));
    assertThat(cases).allSatisfy(this::wasRepeatedOnceAtMost);
  }

  private Case mortal(int write, boolean afterwards) {
    Case one = new Case(2 * write + (afterwards ? 1 : 0));
    String operator = TOKENS.token("operator");
    publish("pro.site.v1", one.site(), TestAlerts.site(one.site(), one.site(), "Pacific/Auckland"));
    String nurse =
        """
        {"sites":["%s"],"contacts":[{"channel":"sms","address":"%s","verified":true}]}
        """
            .formatted(one.site(), one.phone());
    assertThat(put("/staff/nurse-" + one.site(), nurse, operator).statusCode()).isEqualTo(200);
    String policy =
        """
        {"levels":{"RED":{"steps":[
          {"who":{"kind":"PERSON","staffId":"nurse-%s"},"channels":["sms"],"waitSeconds":300}]}}}
        """
            .formatted(one.site());
    String path = "/sites/" + one.site() + "/escalation-policy";
    assertThat(put(path, policy, operator).statusCode()).isEqualTo(200);
    MORTAL.kill(one.escalation(), write, afterwards);
    return one;
  }

  private void isDelivered(Case one) {
    assertThat(MORTAL.killed(one.escalation())).isTrue();
    assertThat(told(one.alert()))
        .extracting(NotificationChanged::getKind)
        .contains(NotificationKind.DELIVERED);
  }

  private void wasRepeatedOnceAtMost(Case one) {
    List<Phones.Sms> received = PHONES.at(one.phone());
    assertThat(received).hasSizeBetween(1, 2);
    if (received.size() > 1) {
      assertThat(received.getLast().text()).contains(". AGAIN ");
      assertThat(told(one.alert()))
          .filteredOn(event -> event.getKind() == NotificationKind.DELIVERED)
          .anyMatch(NotificationChanged::getPossiblyRepeated);
    }
  }
}
