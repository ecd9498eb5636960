package org.procart.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.procart.notification.parts.FakeHttp.Asked;
import org.procart.notification.parts.FakeTwilio;

/** Suppliers that call us, and those who say that they are suppliers. */
class CallbacksIT extends TwoSuppliers {

  @Test
  void acceptedIsNotDeliveredAndTheReceiptSaysIt() {
    page("plain");
    Asked sms = taken(TWILIO);
    within(10).until(() -> state("plain").equals("SENT"));

    assertThat(twilioSays(sms.id(), "sent").statusCode()).isEqualTo(204);
    assertThat(state("plain")).isEqualTo("SENT");
    assertThat(twilioSays(sms.id(), "delivered").statusCode()).isEqualTo(204);

    within(10).until(() -> state("plain").equals("DELIVERED"));
    assertThat(twilioSays(sms.id(), "undelivered").statusCode()).isEqualTo(204);
    assertThat(state("plain")).isEqualTo("DELIVERED");
    assertThat(NOTIFY.askedFor(phone)).isEmpty();
  }

  @Test
  void aForgedCallIsRefusedAndChangesNothing() {
    page("forged");
    Asked sms = taken(TWILIO);
    within(10).until(() -> state("forged").equals("SENT"));
    String form = FakeTwilio.form(Map.of("MessageSid", sms.id(), "MessageStatus", "delivered"));

    assertThat(post("/suppliers/cloud/receipts", form, Map.of()).statusCode()).isEqualTo(403);
    HttpResponse<String> wrong =
        post("/suppliers/cloud/receipts", form, Map.of("X-Twilio-Signature", "AAAA"));
    assertThat(wrong.statusCode()).isEqualTo(403);
    assertThat(wrong.body()).contains("callback-not-genuine");
    String otherPlace =
        FakeTwilio.signature("https://elsewhere.example/suppliers/cloud/receipts", form);
    assertThat(
            post("/suppliers/cloud/receipts", form, Map.of("X-Twilio-Signature", otherPlace))
                .statusCode())
        .isEqualTo(403);
    assertThat(
            post(
                    "/suppliers/gov/receipts",
                    "{\"id\":\"" + sms.id() + "\",\"status\":\"delivered\"}",
                    Map.of("Authorization", "Bearer " + operator()))
                .statusCode())
        .isEqualTo(403);
    assertThat(post("/suppliers/none/receipts", form, Map.of()).statusCode()).isEqualTo(404);
    assertThat(state("forged")).isEqualTo("SENT");
  }

  @Test
  void whatIsMalformedIsRefusedWithACode() {
    assertThat(notifyCalls("receipts", "{\"id\":").body()).contains("callback-unreadable");
    assertThat(notifyCalls("receipts", "[]").statusCode()).isEqualTo(400);
    assertThat(notifyCalls("receipts", "{\"id\":7,\"status\":\"delivered\"}").statusCode())
        .isEqualTo(400);
    assertThat(notifyCalls("receipts", "{\"id\":\"x\",\"status\":\"eaten\"}").statusCode())
        .isEqualTo(400);
    assertThat(twilioCalls("receipts", Map.of("MessageSid", "SM1")).statusCode()).isEqualTo(400);
    assertThat(notifyCalls("receipts", " ".repeat(70_000)).statusCode()).isEqualTo(413);
    assertThat(notifySays("unknown", "delivered", Instant.now()).statusCode()).isEqualTo(204);
    HttpResponse<String> old =
        notifySays("old", "delivered", Instant.now().minus(Duration.ofHours(25)));
    assertThat(old.statusCode()).isEqualTo(422);
    assertThat(old.body()).contains("callback-too-old");
  }

  @Test
  void aReplyThatCannotBeReadIsKept() {
    String body = "{\"id\":\"r1\",\"sender\":\"+447700900000\"}";

    assertThat(notifyCalls("replies", body).statusCode()).isEqualTo(400);

    assertThat(store.getCollection("inbound_unreadable").countDocuments()).isEqualTo(1);
    within(10)
        .until(
            () ->
                read("pro.operations.v1").stream()
                    .anyMatch(event -> event.toString().contains("SMS_REPLY_UNREADABLE")));
  }

  @Test
  void aReplyByHttpAcknowledgesAndIsAnsweredOnceHoweverOftenItComes() {
    page("reply");
    String code = code(taken(TWILIO));
    Map<String, String> reply =
        Map.of("MessageSid", "SMreply", "From", phone, "To", "+15005550006", "Body", "ack " + code);

    assertThat(twilioCalls("replies", reply).statusCode()).isEqualTo(204);
    within(10).until(() -> answers().size() == 1);
    for (int i = 0; i < 3; i++) {
      assertThat(twilioCalls("replies", reply).statusCode()).isEqualTo(204);
    }
    notifyReplies("00000000-1", phone, "what?");

    within(10).until(() -> answers().stream().anyMatch(text -> text.contains("not understood")));
    assertThat(
            answers().stream()
                .filter(text -> text.contains("acknowledged 0") || text.startsWith("OK")))
        .hasSize(1);
    assertThat(get("/notifications?alertId=reply", operator()).body()).contains("ACKNOWLEDGED");
  }
}
