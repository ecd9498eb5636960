package org.procart.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.procart.notification.parts.FakeHttp.Asked;
import org.procart.schemas.AlarmState;

/** Every answer that a supplier can give, and who carries the message then. */
class SuppliersIT extends TwoSuppliers {

  @Test
  void anIllSupplierLeavesThePageToTheNextAtOnce() {
    prepare();
    TWILIO.says(503, "<html>sorry");
    page("ill", phone);

    Asked sms = taken(NOTIFY);
    notifySays(sms.id(), "delivered", Instant.now());

    within(10).until(() -> state("ill").equals("DELIVERED"));
    assertThat(TWILIO.askedFor(phone)).hasSize(1);
    assertThat(NOTIFY.askedFor(phone)).hasSize(1);
  }

  @Test
  void whenAllAreBusyThePageWaitsAndSaysWhy() {
    prepare();
    TWILIO.isBusyFor(2);
    NOTIFY.refuses(429, "RateLimitError", "Exceeded rate limit");
    page("busy", phone);

    within(10).until(() -> "HTTP_429".equals(attempt("busy").path("reason").asString()));

    within(15).until(() -> TWILIO.askedFor(phone).size() == 2);
    within(10).until(() -> state("busy").equals("SENT"));
  }

  @Test
  void aNumberThatOneRefusesMayBeReachedByTheOther() {
    prepare();
    TWILIO.refuses(400, 21211);
    page("refused", phone);

    within(15).until(() -> state("refused").equals("SENT"));
    assertThat(attempt("refused").path("supplier").asString()).isEqualTo("gov");
    assertThat(NOTIFY.askedFor(phone)).hasSize(1);
  }

  @Test
  void aNumberThatAllRefuseFailsAtOnceWithItsReason() {
    prepare();
    TWILIO.refuses(400, 21211);
    NOTIFY.refuses(400, "ValidationError", "phone_number Not a valid number");
    page("wrong", phone);

    within(15).until(() -> state("wrong").equals("FAILED"));
    assertThat(attempt("wrong").path("reason").asString()).isEqualTo("WRONG_NUMBER");
    assertThat(TWILIO.askedFor(phone)).hasSize(1);
  }

  @Test
  void anUnclearFateIsRepeatedOnceFlaggedByTheOther() {
    prepare();
    TWILIO.hangsUp();
    page("unclear", phone);

    Asked sms = taken(NOTIFY);

    assertThat(sms.text()).contains(". AGAIN Reply");
    within(10).until(() -> state("unclear").equals("SENT"));
    assertThat(attempt("unclear").path("possiblyRepeated").asBoolean()).isTrue();
    assertThat(TWILIO.askedFor(phone)).hasSize(1);
    assertThat(NOTIFY.askedFor(phone)).hasSize(1);
  }

  @Test
  void nonsenseAsAnAnswerIsUnclearToo() {
    prepare();
    TWILIO.saysNonsense();
    page("nonsense", phone);

    assertThat(taken(NOTIFY).text()).contains(". AGAIN Reply");
  }

  @Test
  void aSupplierThatIsDownRestsAndReturns() {
    prepare();
    TWILIO.stop();
    try {
      page("down", phone);
      taken(NOTIFY);
      assertThat(get("/notifications?alertId=down", operator()).body())
          .doesNotContain("SUPPLIER_AWAY");
    } finally {
      TWILIO.start();
    }

    AtomicInteger count = new AtomicInteger();
    within(40)
        .pollInterval(Duration.ofSeconds(2))
        .until(
            () -> {
              page("back-" + count.incrementAndGet());
              within(5).until(() -> !all(phone).isEmpty());
              return !TWILIO.askedFor(phone).isEmpty();
            });
  }

  @Test
  void aSupplierThatLosesMessagesGoesLastForAWhile() {
    for (int i = 0; i < 40; i++) {
      phone = "+4477008%05d".formatted(i);
      write(phone, "lost-" + i);
      Asked answer = taken(TWILIO);
      twilioCalls(
          "receipts",
          Map.of("MessageSid", answer.id(), "MessageStatus", "failed", "ErrorCode", "30007"));
    }
    within(10).until(() -> alarmed("SMS_SUPPLIER_DEMOTED", AlarmState.RAISED));

    phone = "+447700899999";
    write(phone, "elsewhere");
    assertThat(taken(NOTIFY).text()).startsWith("NOT acknowledged");
    assertThat(TWILIO.askedFor(phone)).isEmpty();

    within(15).until(() -> alarmed("SMS_SUPPLIER_DEMOTED", AlarmState.CLEARED));
    phone = "+447700899998";
    write(phone, "again");
    assertThat(taken(TWILIO).text()).startsWith("NOT acknowledged");
  }
}
