package org.procart.local.captured;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.session.SMPPSession;
import org.junit.jupiter.api.Test;
import org.procart.local.part.Port;

class SuppliersIT extends RunningCaptured {

  @Test
  void eachMessageShowsItsSupplierAndTheReplyGoesBackTheSameWay() throws Exception {
    // Given
    SMPPSession one = bind(Port.SMPP, "local-1");
    SMPPSession two = bind(Port.SMPP_TWO, "local-1");
    BlockingQueue<DeliverSm> byTwo = new LinkedBlockingQueue<>();
    two.setMessageReceiverListener(new Listener(byTwo));

    // When
    submit(one, GsmAlphabet.encode("first"), new ESMClass());
    submit(two, GsmAlphabet.encode("second"), new ESMClass());
    assertThat(post("/sms-reply", Map.of("from", PHONE, "text", "ACK")).status()).isEqualTo(202);

    // Then
    assertThat(messages("").stream().map(message -> message.path("supplier").asString()))
        .containsExactly("one", "two");
    assertThat(receipt()).contains("DELIVRD");
    List<Boolean> kinds =
        List.of(
            byTwo.poll(10, TimeUnit.SECONDS).isSmscDeliveryReceipt(),
            byTwo.poll(10, TimeUnit.SECONDS).isSmscDeliveryReceipt());
    assertThat(kinds).containsExactlyInAnyOrder(true, false);
    assertThat(delivered).isEmpty();
    one.unbindAndClose();
    two.unbindAndClose();
  }

  @Test
  void aSupplierThatIsDownCutsItsClientsAndComesBackAndTheOtherWorksOn() throws Exception {
    // Given
    SMPPSession one = bind(Port.SMPP, "local-1");
    SMPPSession two = bind(Port.SMPP_TWO, "local-1");

    // When
    assertThat(supplier("one", "down").ok()).isTrue();

    // Then
    await().until(() -> !one.getSessionState().isBound());
    assertThatThrownBy(() -> bind(Port.SMPP, "local-1")).isInstanceOf(IOException.class);
    submit(two, GsmAlphabet.encode("by the other"), new ESMClass());
    assertThat(receipt()).contains("DELIVRD");

    // When
    captured.close();
    captured = launch();

    // Then
    assertThat(get("/suppliers").path("one").asString()).isEqualTo("down");
    assertThatThrownBy(() -> bind(Port.SMPP, "local-1")).isInstanceOf(IOException.class);
    assertThat(supplier("one", "up").ok()).isTrue();
    bind(Port.SMPP, "local-1").unbindAndClose();
  }

  @Test
  void aSupplierRefusesOrIsSlowAsItIsTold() throws Exception {
    // Given
    SMPPSession session = bind("local-1");

    // When
    supplier("one", "refuse");

    // Then
    assertThatThrownBy(() -> submit(session, GsmAlphabet.encode("no"), new ESMClass()))
        .isInstanceOfSatisfying(
            NegativeResponseException.class,
            refusal ->
                assertThat(refusal.getCommandStatus())
                    .isEqualTo(SMPPConstant.STAT_ESME_RTHROTTLED));
    assertThat(messages("")).isEmpty();

    // When
    supplier("one", "slow");
    long begun = System.nanoTime();
    submit(session, GsmAlphabet.encode("late"), new ESMClass());

    // Then
    assertThat(receipt()).contains("DELIVRD");
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThanOrEqualTo(SLOW_SUPPLIER);
    session.unbindAndClose();
  }

  @Test
  void aWrongModeOrSupplierIsSaid() throws Exception {
    assertThat(supplier("one", "sleepy").status()).isEqualTo(400);
    assertThat(supplier("three", "up").status()).isEqualTo(404);
    assertThat(get("/suppliers").path("one").asString()).isEqualTo("up");
  }
}
