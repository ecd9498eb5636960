package org.procart.notification.channel.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.procart.notification.channel.Delivery;
import org.procart.notification.channel.Message;
import org.procart.notification.channel.Urgency;
import org.procart.notification.channel.sms.SmsSupplier.Availability;
import org.procart.notification.parts.FakeNotify;

class NotifySupplierTest {

  private static final Message PAGE = Message.sms("+447700900101", "RED é", Urgency.RED);

  private final FakeNotify notify = new FakeNotify();
  private final NotifySupplier supplier =
      new NotifySupplier(
          TestSuppliers.settings(TestSuppliers.notify(notify.url())).suppliers().getFirst(),
          Clock.systemUTC());

  @AfterEach
  void close() {
    notify.close();
  }

  @Test
  void aMessageIsTheTemplatesOnlyField() {
    Delivery delivery = supplier.send(PAGE);

    var asked = notify.asked().getFirst();
    assertThat(delivery).isEqualTo(new Delivery.Sent(asked.id(), "gov"));
    assertThat(asked.to()).isEqualTo("+447700900101");
    assertThat(asked.text()).isEqualTo("RED é");
    assertThat(asked.authorization()).startsWith("Bearer ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "400|ValidationError|phone_number Not a UK mobile number|WRONG_NUMBER|READY",
        "400|BadRequestError|Can’t send to this recipient using a team-only API key|TEAM_ONLY"
            + "|REFUSES_US",
        "400|BadRequestError|Cannot send to international mobile numbers|NO_ROUTE|READY",
        "400|BadRequestError|Template not found|NOTIFY_SETTINGS|REFUSES_US",
        "400|ValidationError|template_id is not a valid UUID|NOTIFY_SETTINGS|REFUSES_US"
      })
  void whatIsRefusedHasItsReason(
      int status, String error, String words, String reason, Availability then) {
    notify.refuses(status, error, words);

    assertThat(supplier.send(PAGE)).isEqualTo(new Delivery.Rejected(reason));
    assertThat(supplier.availability()).isEqualTo(then);
  }

  @ParameterizedTest
  @CsvSource({
    "401,AuthError,AUTHENTICATION",
    "403,AuthError,AUTHENTICATION",
    "429,RateLimitError,HTTP_429",
    "429,TooManyRequestsError,DAILY_LIMIT",
    "503,Exception,HTTP_503"
  })
  void whatMayPassIsTriedLaterAndNotByTheClient(int status, String error, String reason) {
    notify.refuses(status, error, "no");

    assertThat(supplier.send(PAGE)).isEqualTo(new Delivery.RetryLater(reason));
    assertThat(notify.asked()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"500", "502", "504"})
  void behindAGatewayThatFailsTheSupplierMayHaveIt(int status) {
    notify.refuses(status, "Exception", "no");

    assertThat(supplier.send(PAGE)).isEqualTo(new Delivery.Unclear("HTTP_" + status));
    assertThat(notify.asked()).hasSize(1);
  }

  @Test
  void nobodyThereIsAwayForAWhile() {
    notify.stop();

    assertThat(supplier.send(PAGE)).isEqualTo(new Delivery.RetryLater("SUPPLIER_AWAY"));
    assertThat(supplier.resting()).isTrue();
  }

  @Test
  void takenWithoutAnAnswerIsUnclearAndNotTriedAgain() {
    notify.saysNothing();

    assertThat(supplier.send(PAGE)).isEqualTo(new Delivery.Unclear("NO_ANSWER"));
    assertThat(notify.asked()).hasSize(1);
  }

  @Test
  void hangingUpIsUnclearAndNotPostedAgain() {
    notify.hangsUp();

    assertThat(supplier.send(PAGE)).isEqualTo(new Delivery.Unclear("NO_ANSWER"));
    assertThat(notify.asked()).hasSize(1);
  }

  @Test
  void nonsenseIsUnclear() {
    notify.saysNonsense();

    assertThat(supplier.send(PAGE)).isEqualTo(new Delivery.Unclear("ANSWER_UNREADABLE"));
  }
}
