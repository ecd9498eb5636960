package org.procart.local.captured;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jsmpp.bean.Alphabet;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.session.SMPPSession;
import org.junit.jupiter.api.Test;
import org.procart.local.part.Port;
import org.procart.local.process.Http;
import tools.jackson.databind.JsonNode;

class CapturedIT extends RunningCaptured {

  @Test
  void aShortMessageIsOnThePhoneBeforeItsSenderIsAnsweredAndAReceiptFollows() throws Exception {
    // Given
    SMPPSession session = bind("local-1");

    // When
    String id = submit(session, GsmAlphabet.encode("PRO-CART RED_1 @ {x}"), new ESMClass());

    // Then
    JsonNode message = messages("?to=%2B447700900101").get(0);
    assertThat(message.path("text").asString()).isEqualTo("PRO-CART RED_1 @ {x}");
    assertThat(message.path("to").asString()).isEqualTo(PHONE);
    assertThat(message.path("from").asString()).isEqualTo(OURS);
    assertThat(message.path("providerId").asString()).isEqualTo(id);
    assertThat(receipt()).contains("id:" + id, "stat:DELIVRD");
    session.unbindAndClose();
  }

  @Test
  void phonesBehaveAsTheyWereSet() throws Exception {
    // Given
    SMPPSession session = bind("local-1");

    // When
    mode("undeliverable");
    String lost = submit(session, GsmAlphabet.encode("one"), new ESMClass());
    String lostReceipt = receipt();
    mode("silent");
    submit(session, GsmAlphabet.encode("two"), new ESMClass());
    DeliverSm silence = delivered.poll(SLOW.toMillis() / 2, TimeUnit.MILLISECONDS);
    mode("slow");
    long begun = System.nanoTime();
    submit(session, GsmAlphabet.encode("three"), new ESMClass());
    String lateReceipt = receipt();

    // Then
    assertThat(lostReceipt).contains("id:" + lost, "stat:UNDELIV");
    assertThat(silence).isNull();
    assertThat(lateReceipt).contains("stat:DELIVRD");
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThanOrEqualTo(SLOW);
    assertThat(messages("").stream().map(one -> one.path("text").asString()))
        .containsExactly("two", "three");
    session.unbindAndClose();
  }

  @Test
  void aReplyWaitsUntilSomebodyIsBoundAndGoesToTheNumberThatWrote() throws Exception {
    // Given
    SMPPSession first = bind("local-1");
    submit(first, GsmAlphabet.encode("PRO-CART"), new ESMClass());
    assertThat(receipt()).contains("DELIVRD");
    first.unbindAndClose();

    // When
    Http.Answer answer = post("/sms-reply", Map.of("from", PHONE, "text", "ack 7K3P €"));
    SMPPSession second = bind("local-1");

    // Then
    assertThat(answer.status()).isEqualTo(202);
    DeliverSm reply = delivered.poll(10, TimeUnit.SECONDS);
    assertThat(reply).isNotNull();
    assertThat(reply.getSourceAddr()).isEqualTo(PHONE);
    assertThat(reply.getDestAddress()).isEqualTo(OURS);
    assertThat(GsmAlphabet.decode(reply.getShortMessage())).isEqualTo("ack 7K3P €");
    second.unbindAndClose();
  }

  @Test
  void longMessagesArePutTogetherAndOtherAlphabetsRead() throws Exception {
    // Given
    SMPPSession session = bind("local-1");
    byte[] first = join(new byte[] {5, 0, 3, 9, 2, 1}, GsmAlphabet.encode("first "));
    byte[] second = join(new byte[] {5, 0, 3, 9, 2, 2}, GsmAlphabet.encode("second"));
    ESMClass withHeader = new ESMClass(0x40);

    // When
    submit(session, second, withHeader);
    submit(session, first, withHeader);
    submit(
        session, "Ærø 漢".getBytes(StandardCharsets.UTF_16BE), new ESMClass(), Alphabet.ALPHA_UCS2);

    // Then
    assertThat(messages("").stream().map(one -> one.path("text").asString()))
        .containsExactly("first second", "Ærø 漢");
    session.unbindAndClose();
  }

  @Test
  void aWrongPasswordIsRefused() {
    assertThatThrownBy(() -> bind("guess")).isInstanceOf(IOException.class);
  }

  @Test
  void mailsAreKeptAndEverythingIsStillThereAfterARestart() throws Exception {
    // Given
    ServerSetup smtp = new ServerSetup(ports.of(Port.SMTP), "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
    GreenMailUtil.sendTextEmail(
        "Nurse-A1@site-a.example", "pro-cart@localhost", "PRO-CART RED", "see the link", smtp);
    mode("silent");

    // When
    captured.close();
    captured = launch();

    // Then
    List<JsonNode> mails = messages("?to=nurse-a1@site-a.example");
    assertThat(mails).hasSize(1);
    assertThat(mails.getFirst().path("subject").asString()).isEqualTo("PRO-CART RED");
    assertThat(mails.getFirst().path("text").asString()).contains("see the link");
    assertThat(messages("?since=2100-01-01T00:00:00Z")).isEmpty();
    assertThat(get("/phones/" + PHONE).path("mode").asString()).isEqualTo("silent");
  }
}
