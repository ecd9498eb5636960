package org.procart.notification.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.procart.chassis.store.TestLeases;
import org.procart.notification.channel.ChannelKind;
import org.procart.notification.channel.Delivery;
import org.procart.notification.channel.Message;
import org.procart.notification.channel.MessageChannel;
import org.procart.notification.outgoing.Outgoing;
import org.procart.notification.outgoing.Outgoings;

class AlarmDeskTest {

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-20T11:00:00Z"));
  private final InstantSource time = now::get;
  private final Clock clock = time.withZone(ZoneOffset.UTC);
  private final MongoServer server = new MongoServer(new MemoryBackend());
  private final MongoClient client =
      MongoClients.create("mongodb://127.0.0.1:" + server.bind().getPort());
  private final MongoDatabase store = client.getDatabase("operations-test");
  private final Channel phone = new Channel(ChannelKind.SMS);
  private final Channel mailbox = new Channel(ChannelKind.EMAIL);
  private final Outgoing outgoing = Outgoings.of(store, clock, phone, mailbox);
  private final AlarmDesk desk =
      new AlarmDesk(
          new OperationsContact("+447700900999", "ops@platform.example"),
          outgoing,
          new Hush(store, clock),
          TestLeases.of(store, clock),
          store,
          clock);
  private int events;

  @AfterEach
  void stop() {
    outgoing.close();
    client.close();
    server.shutdown();
  }

  @Test
  void whatWasClearedAndComesBackIsTold() {
    raise();
    pass(1);
    clear();
    pass(1);

    raise();

    assertThat(said()).containsExactly("RAISED", "CLEARED", "RAISED");
    assertThat(phone.got).hasSize(2);
  }

  @Test
  void whatIsRaisedAgainWhileItLastsIsHushedAndToldWhenTheQuietEnds() {
    raise();
    pass(5);
    raise();
    pass(5);
    raise();
    desk.tellWaiting();
    assertThat(said()).containsExactly("RAISED");

    pass(5);
    desk.tellWaiting();
    desk.tellWaiting();

    assertThat(said()).containsExactly("RAISED", "RAISED");
    assertThat(phone.got.getLast().text()).contains("(+1 hushed)");
    pass(60);
    desk.tellWaiting();
    assertThat(said()).hasSize(2);
  }

  @Test
  void whatComesAndGoesIsToldFourTimesAnHour() {
    for (int i = 0; i < 7; i++) {
      raise();
      pass(1);
      clear();
      pass(1);
    }
    assertThat(said()).hasSize(8).filteredOn("RAISED"::equals).hasSize(4);
    raise();
    pass(45);
    desk.tellWaiting();
    assertThat(said()).hasSize(8);

    pass(1);
    desk.tellWaiting();

    assertThat(said()).hasSize(9).last().isEqualTo("RAISED");
    assertThat(phone.got.getLast().text()).contains("(+3 hushed)");
  }

  @Test
  void whatIsOverBeforeTheQuietEndsIsNotToldLater() {
    raise();
    pass(1);
    raise();
    pass(1);
    clear();
    pass(20);

    desk.tellWaiting();

    assertThat(said()).containsExactly("RAISED", "CLEARED");
  }

  private void raise() {
    boolean _ = desk.tell(alarm(false));
    allGone();
  }

  private void clear() {
    boolean _ = desk.tell(alarm(true));
    allGone();
  }

  /** Two on their way at the same time may overtake each other. */
  private void allGone() {
    await().until(() -> store.getCollection("outgoing").countDocuments() == 0);
  }

  private Alarm alarm(boolean cleared) {
    String id = "e" + ++events;
    return new Alarm(id, clock.instant(), "scoring", cleared, "STORE_AWAY", null, "Look at it.");
  }

  private void pass(long minutes) {
    now.updateAndGet(before -> before.plus(Duration.ofMinutes(minutes)));
  }

  /** The state that each e-mail names. */
  private List<String> said() {
    allGone();
    return mailbox.got.stream().map(mail -> mail.subject().replaceAll(".* ", "")).toList();
  }

  private static final class Channel implements MessageChannel {
    private final List<Message> got = new CopyOnWriteArrayList<>();
    private final ChannelKind kind;

    private Channel(ChannelKind kind) {
      this.kind = kind;
    }

    @Override
    public ChannelKind kind() {
      return kind;
    }

    @Override
    public Delivery send(Message message) {
      got.add(message);
      return new Delivery.Sent(null, "test");
    }
  }
}
