package org.procart.notification.channel.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.procart.notification.channel.sms.SmsSettings.Demotion;
import org.procart.notification.channel.sms.Standing.Sample;

class StandingTest {

  private static final Demotion TERMS = TestSuppliers.bind(Map.of()).demotion();
  private static final Duration SLOW = TERMS.slow();

  private Instant now = Instant.parse("2026-03-29T00:00:00Z");
  private Standing standing = Standing.fresh("one");
  private int count;

  @Test
  void fifteenInAHundredIsTooMany() {
    for (int i = 0; i < 17; i++) {
      delivered("n" + i);
    }
    failed("n1");
    failed("n2");
    assertThat(judged().demoted()).as("2 of 19").isFalse();

    failed("n3");

    assertThat(judged().demoted()).as("3 of 20").isTrue();
  }

  @Test
  void fewerThanFiveSayNothing() {
    failed("n1");
    failed("n2");
    failed("n3");
    failed("n4");
    assertThat(judged().demoted()).isFalse();

    failed("n5");

    assertThat(judged().demoted()).isTrue();
  }

  @Test
  void oneDeadPhoneDemotesNobody() {
    for (int i = 0; i < 30; i++) {
      failed("dead");
      phoneOff("dead");
    }
    delivered("alive");

    assertThat(judged().demoted()).isFalse();
  }

  @Test
  void threePhonesThatAreOffDemoteNobodyButFourOfFiveCannotBe() {
    phoneOff("n1");
    phoneOff("n2");
    phoneOff("n3");
    phoneOff("n3");
    delivered("n5");
    assertThat(judged().demoted()).isFalse();

    phoneOff("n4");

    assertThat(judged().demoted()).isTrue();
  }

  @Test
  void silenceCountsAfterFiveMinutesAndNotBefore() {
    for (int i = 0; i < 6; i++) {
      sent("n" + i);
    }
    now = now.plus(SLOW).minusMillis(1);
    assertThat(judged().demoted()).isFalse();

    now = now.plusMillis(1);

    assertThat(judged().demoted()).isTrue();
  }

  @Test
  void lateIsBadAndInTimeIsGood() {
    String[] ids = new String[6];
    for (int i = 0; i < 6; i++) {
      ids[i] = sent("n" + i);
    }
    now = now.plus(SLOW);
    for (String id : ids) {
      standing = standing.heard(id, Verdict.DELIVERED, now, SLOW);
    }
    assertThat(judged().demoted()).as("just in time").isFalse();
    for (int i = 0; i < 2; i++) {
      String id = sent("m" + i);
      now = now.plus(SLOW).plusMillis(1);
      standing = standing.heard(id, Verdict.DELIVERED, now, SLOW);
    }

    assertThat(judged().demoted()).as("2 of 8 too late").isTrue();
  }

  @Test
  void itReturnsAfterTenMinutesAndIsCountedAfresh() {
    for (int i = 0; i < 5; i++) {
      failed("n" + i);
    }
    standing = judged();
    now = now.plus(TERMS.lasts()).minusMillis(1);
    assertThat(judged().demoted()).isTrue();

    now = now.plusMillis(1);
    standing = judged();

    assertThat(standing.demoted()).isFalse();
    assertThat(standing.messages()).isEmpty();
    assertThat(judged().demoted()).isFalse();
  }

  @Test
  void whatFailedYesterdaySaysNothing() {
    for (int i = 0; i < 5; i++) {
      failed("n" + i);
    }
    now = now.plus(Duration.ofDays(1));

    assertThat(judged().demoted()).isFalse();
  }

  @Test
  void manyGoodOnesSinceThenOutweighOldBadOnes() {
    for (int i = 0; i < 5; i++) {
      failed("n" + i);
    }
    now = now.plus(TERMS.within());
    for (int i = 0; i < 20; i++) {
      delivered("n" + i);
    }

    assertThat(judged().demoted()).isFalse();
  }

  @Test
  void aSecondReceiptChangesNothing() {
    String id = sent("n1");
    standing = standing.heard(id, Verdict.DELIVERED, now, SLOW);

    assertThat(standing.heard(id, Verdict.SUPPLIER_FAULT, now, SLOW)).isEqualTo(standing);
  }

  @Test
  void theDocumentStaysSmall() {
    for (int i = 0; i < 500; i++) {
      delivered("n" + i);
    }

    assertThat(standing.messages()).hasSize(Standing.MOST);
    assertThat(standing.messages().getLast().number()).isEqualTo("n499");
  }

  private Standing judged() {
    return standing.judged(now, TERMS);
  }

  private String sent(String number) {
    String id = "one:" + count++;
    standing = standing.sent(new Sample(id, number, now, Verdict.WAITING, null));
    return id;
  }

  private void delivered(String number) {
    String id = sent(number);
    standing = standing.heard(id, Verdict.DELIVERED, now, SLOW);
  }

  private void failed(String number) {
    String id = sent(number);
    standing = standing.heard(id, Verdict.SUPPLIER_FAULT, now, SLOW);
  }

  private void phoneOff(String number) {
    String id = sent(number);
    standing = standing.heard(id, Verdict.PHONE_FAULT, now, SLOW);
  }
}
