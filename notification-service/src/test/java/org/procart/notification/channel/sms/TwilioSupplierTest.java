package org.procart.notification.channel.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.procart.notification.channel.Delivery;
import org.procart.notification.channel.Message;
import org.procart.notification.channel.Urgency;
import org.procart.notification.channel.sms.SmsSupplier.Availability;
import org.procart.notification.parts.FakeTwilio;

class TwilioSupplierTest {

  private static final Message PAGE = Message.sms("+44 7700 900101", "RED é", Urgency.RED);

  private final FakeTwilio twilio = new FakeTwilio();
  private final TwilioSupplier supplier =
      new TwilioSupplier(
          TestSuppliers.settings(TestSuppliers.twilio(twilio.url())).suppliers().getFirst(),
          new CallbackAddress("https://p.example"),
          Clock.systemUTC());

  @AfterEach
  void close() {
    twilio.close();
  }

  @Test
  void aMessageIsCreatedWithOurAccount() {
    Delivery delivery = supplier.send(PAGE);

    var asked = twilio.asked().getFirst();
    assertThat(delivery).isEqualTo(new Delivery.Sent(asked.id(), "cloud"));
    assertThat(asked.to()).isEqualTo("+447700900101");
    assertThat(asked.text()).isEqualTo("RED é");
    assertThat(asked.authorization()).startsWith("Basic ");
    assertThat(supplier.availability()).isEqualTo(Availability.READY);
  }

  @ParameterizedTest
  @CsvSource({
    "400,21211,WRONG_NUMBER",
    "400,21614,NOT_A_MOBILE",
    "400,21610,OPTED_OUT",
    "400,21612,NO_ROUTE",
    "400,21999,TWILIO_21999",
    "404,20404,TWILIO_20404"
  })
  void whatIsAboutTheNumberIsRejectedWithItsReason(int status, int code, String reason) {
    twilio.refuses(status, code);

    assertThat(supplier.send(PAGE)).isEqualTo(new Delivery.Rejected(reason));
    assertThat(supplier.availability()).isEqualTo(Availability.READY);
  }

  @ParameterizedTest
  @CsvSource({"401,20003", "403,20003"})
  void aWrongPasswordIsNotTheNumbersFault(int status, int code) {
    twilio.refuses(status, code);

    assertThat(supplier.send(PAGE)).isEqualTo(new Delivery.RetryLater("AUTHENTICATION"));
    assertThat(supplier.availability()).isEqualTo(Availability.REFUSES_US);
    assertThat(supplier.resting()).isTrue();
    assertThat(supplier.send(PAGE)).isInstanceOf(Delivery.Sent.class);
    assertThat(supplier.availability()).isEqualTo(Availability.READY);
  }

  @Test
  void aBusySupplierSaysHowLong() {
    twilio.isBusyFor(7);

    assertThat(supplier.send(PAGE))
        .isEqualTo(new Delivery.RetryLater("HTTP_429", Duration.ofSeconds(7)));
  }

  @Test
  void anIllSupplierIsAskedOnceAndLater() {
    twilio.says(503, "<html>sorry");

    assertThat(supplier.send(PAGE)).isEqualTo(new Delivery.RetryLater("HTTP_503"));
    assertThat(twilio.asked()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"500", "502", "504"})
  void behindAGatewayThatFailsTheSupplierMayHaveIt(int status) {
    twilio.says(status, "<html>sorry");

    assertThat(supplier.send(PAGE)).isEqualTo(new Delivery.Unclear("HTTP_" + status));
    assertThat(twilio.asked()).hasSize(1);
  }

  @Test
  void nobodyThereIsAwayForAWhile() {
    twilio.stop();

    assertThat(supplier.send(PAGE)).isEqualTo(new Delivery.RetryLater("SUPPLIER_AWAY"));
    assertThat(supplier.resting()).isTrue();
  }

  @Test
  void takenWithoutAnAnswerIsUnclearAndNotTriedAgain() {
    twilio.saysNothing();

    assertThat(supplier.send(PAGE)).isEqualTo(new Delivery.Unclear("NO_ANSWER"));
    assertThat(twilio.asked()).hasSize(1);
  }

  @Test
  void hangingUpIsUnclearAndNotTriedAgain() {
    twilio.hangsUp();

    assertThat(supplier.send(PAGE)).isEqualTo(new Delivery.Unclear("NO_ANSWER"));
    assertThat(twilio.asked()).hasSize(1);
  }

  @Test
  void nonsenseIsUnclear() {
    twilio.saysNonsense();

    assertThat(supplier.send(PAGE)).isEqualTo(new Delivery.Unclear("ANSWER_UNREADABLE"));
  }
}
