package org.procart.notification.channel.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.procart.notification.channel.Delivery;
import org.procart.notification.channel.Message;
import org.procart.notification.channel.Urgency;
import org.procart.notification.parts.Phones;

/** A supplier that is restarted at the worst moments. */
class SmppRestartIT {

  private static final String PHONE = "+447700900101";
  private static final Message PAGE = Message.sms(PHONE, "RED", Urgency.RED);

  private final ExecutorService work = Executors.newCachedThreadPool();
  private final AtomicInteger connections = new AtomicInteger();
  private SmppLink link;
  private SmppSupplier supplier;

  @AfterEach
  void stop() {
    link.stop();
    work.shutdownNow();
  }

  @Test
  void aServerThatHangsUpInTheMiddleOfABindIsTriedUntilItAnswers() throws Exception {
    int port;
    try (ServerSocket dying = listen(0)) {
      port = dying.getLocalPort();
      work.execute(() -> each(dying, SmppRestartIT::readAndHangUp));
      connect(port);
      await().until(() -> connections.get() >= 2);
      assertThat(supplier.send(PAGE)).isEqualTo(new Delivery.RetryLater("SUPPLIER_AWAY"));
    }

    takesOver(port);
  }

  @Test
  void aServerThatNeverAnswersTheBindIsGivenUp() throws Exception {
    int port;
    try (ServerSocket mute = listen(0)) {
      port = mute.getLocalPort();
      work.execute(() -> each(mute, socket -> {}));
      connect(port);
      await().atMost(Duration.ofSeconds(20)).until(() -> connections.get() >= 2);
      assertThat(supplier.resting()).isTrue();
    }

    takesOver(port);
  }

  @Test
  void aRestartUnderABoundLineIsNoticedAndBoundAgain() {
    try (Phones phones = new Phones()) {
      connect(phones.port());
      await().until(() -> !supplier.resting());
      for (int i = 0; i < 3; i++) {
        phones.stop();
        await().until(supplier::resting);
        assertThat(supplier.send(PAGE)).isEqualTo(new Delivery.RetryLater("SUPPLIER_AWAY"));
        phones.start();
        await().atMost(Duration.ofSeconds(20)).until(() -> !supplier.resting());
      }

      assertThat(supplier.send(PAGE)).isInstanceOf(Delivery.Sent.class);
      assertThat(phones.at(PHONE)).hasSize(1);
    }
  }

  @Test
  void aMessageInFlightAtARestartIsUnclear() {
    try (Phones phones = new Phones()) {
      phones.mode(PHONE, Phones.Mode.HANG_UP_ONCE);
      connect(phones.port());
      await().until(() -> !supplier.resting());

      assertThat(supplier.send(PAGE)).isEqualTo(new Delivery.Unclear("NO_ANSWER"));
      assertThat(phones.at(PHONE)).hasSize(1);
    }
  }

  @Test
  void aLongTextIsOneMessageWithAnIdForEachPart() {
    try (Phones phones = new Phones()) {
      connect(phones.port());
      await().until(() -> !supplier.resting());

      Delivery delivery = supplier.send(Message.sms(PHONE, "x".repeat(400), Urgency.REMINDER));

      assertThat(phones.at(PHONE)).hasSize(3);
      assertThat(delivery)
          .isEqualTo(
              new Delivery.Sent(
                  String.join(" ", phones.at(PHONE).stream().map(Phones.Sms::id).toList()),
                  "line"));
    }
  }

  @Test
  void aSupplierThatIsFloodedIsAskedLater() {
    try (Phones phones = new Phones()) {
      phones.mode(PHONE, Phones.Mode.THROTTLED);
      connect(phones.port());
      await().until(() -> !supplier.resting());

      assertThat(supplier.send(PAGE)).isEqualTo(new Delivery.RetryLater("SMPP_00000058"));
    }
  }

  /** The port is free only when the last of those that held it, or tried it, has let go. */
  private static Phones phonesAt(int port) {
    return await()
        .atMost(Duration.ofSeconds(20))
        .ignoreExceptions()
        .until(() -> new Phones(port), Objects::nonNull);
  }

  private void takesOver(int port) {
    try (Phones phones = phonesAt(port)) {
      await().atMost(Duration.ofSeconds(20)).until(() -> !supplier.resting());
      assertThat(supplier.send(PAGE)).isInstanceOf(Delivery.Sent.class);
      assertThat(phones.at(PHONE)).hasSize(1);
    }
  }

  private void connect(int port) {
    SupplierSettings settings =
        TestSuppliers.settings(
                Map.of(
                    "name", "line",
                    "kind", "smpp",
                    "host", "127.0.0.1",
                    "port", "" + port,
                    "system-id", "us"))
            .suppliers()
            .getFirst();
    link = new SmppLink(settings, new Deaf());
    supplier = new SmppSupplier(link, settings);
    link.start();
  }

  private interface Guest {
    void meet(Socket socket) throws IOException;
  }

  private void each(ServerSocket server, Guest guest) {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        connections.incrementAndGet();
        guest.meet(socket);
      } catch (IOException e) {
        return;
      }
    }
  }

  private static void readAndHangUp(Socket socket) throws IOException {
    try (socket) {
      assertThat(socket.getInputStream().read()).isNotNegative();
    }
  }

  private static ServerSocket listen(int port) throws IOException {
    ServerSocket server = new ServerSocket();
    server.setReuseAddress(true);
    server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    return server;
  }

  /** Receipts are of no interest here. */
  private static final class Deaf implements MessageReceiverListener {

    @Override
    public void onAcceptDeliverSm(DeliverSm message) {}

    @Override
    public void onAcceptAlertNotification(AlertNotification notification) {}

    @Override
    public DataSmResult onAcceptDataSm(DataSm message, Session source)
        throws ProcessRequestException {
      throw new ProcessRequestException("not used", 3);
    }
  }
}
