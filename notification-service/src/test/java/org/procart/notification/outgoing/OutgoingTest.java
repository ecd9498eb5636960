package org.procart.notification.outgoing;

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
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.procart.notification.channel.ChannelKind;
import org.procart.notification.channel.Channels;
import org.procart.notification.channel.Delivery;
import org.procart.notification.channel.Message;
import org.procart.notification.channel.MessageChannel;
import org.procart.notification.channel.ReceiptListener.Receipt;
import org.procart.notification.channel.Urgency;
import org.procart.notification.receipt.ReceiptOwner;
import org.procart.notification.receipt.Receipts;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

class OutgoingTest {

  private static final Delivery TAKEN = new Delivery.Sent("m1", "smpp");
  private static final Delivery BUSY = new Delivery.RetryLater("SUPPLIER_AWAY");
  private static final Delivery NO_ANSWER = new Delivery.Unclear("NO_ANSWER");
  private static final Delivery REFUSED = new Delivery.Rejected("SMPP_0000000B");
  private static final Message WORDS = Message.sms("+441", "hello", Urgency.ANSWER);

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-20T11:00:00Z"));
  private final Instant end = now.get().plusSeconds(600);
  private final MongoServer server = new MongoServer(new MemoryBackend());
  private final MongoClient client =
      MongoClients.create("mongodb://127.0.0.1:" + server.bind().getPort());
  private final MongoDatabase store = client.getDatabase("outgoing-test");
  private final Supplier supplier = new Supplier();
  private final Owner owner = new Owner();
  private Receipts receipts;
  private final Outgoing outgoing = outgoing();

  @AfterEach
  void stop() {
    outgoing.close();
    client.close();
    server.shutdown();
  }

  @Test
  void theOwnerHearsThatItWasTakenAndNothingIsLeft() {
    supplier.answer = TAKEN;

    outgoing.send("owner", "m", ChannelKind.SMS, end);

    isOver(Outcome.of(Outcome.State.SENT));
    assertThat(supplier.got).containsExactly(WORDS);
  }

  @Test
  void theOwnerHearsWhatBecameOfItWhicheverCameFirst() {
    supplier.answer = TAKEN;
    receipts.onReceipt("m1", new Receipt(false, "UNDELIV"));

    outgoing.send("owner", "m", ChannelKind.SMS, end);
    isOver(Outcome.of(Outcome.State.SENT));

    await().until(() -> owner.receipts.equals(List.of("m false")));
    receipts.onReceipt("m1", new Receipt(true, "DELIVRD"));
    assertThat(owner.receipts).containsExactly("m false", "m true");
  }

  @Test
  void aTextInPartsIsDeliveredWithTheLastAndLostWithTheFirst() {
    supplier.answer = new Delivery.Sent("s:1 s:2 s:3", "s");
    outgoing.send("owner", "m", ChannelKind.SMS, end);
    isOver(Outcome.of(Outcome.State.SENT));

    receipts.onReceipt("s:3", new Receipt(true, ""));
    receipts.onReceipt("s:1", new Receipt(true, ""));
    receipts.onReceipt("s:1", new Receipt(true, ""));
    assertThat(owner.receipts).isEmpty();

    receipts.onReceipt("s:2", new Receipt(true, ""));
    assertThat(owner.receipts).containsExactly("m true");
  }

  @Test
  void theOwnerHearsOfARefusal() {
    supplier.answer = REFUSED;

    outgoing.send("owner", "m", ChannelKind.SMS, end);

    isOver(Outcome.failed("SMPP_0000000B"));
  }

  @Test
  void whileASupplierIsBusyItIsTriedUntilItsTimeIsOver() {
    supplier.answer = BUSY;
    outgoing.send("owner", "m", ChannelKind.SMS, end);
    tries(1);
    pass(Duration.ofMinutes(5));
    tries(2);

    pass(Duration.ofMinutes(5));

    isOver(Outcome.of(Outcome.State.EXPIRED));
    assertThat(supplier.got).hasSize(2);
  }

  @Test
  void aPersonGetsAtMostTwoOfWhichNobodyKnows() {
    supplier.answer = NO_ANSWER;
    outgoing.send("owner", "m", ChannelKind.SMS, end);
    tries(1);

    pass(Duration.ofMinutes(1));

    isOver(Outcome.failed("NO_ANSWER"));
    assertThat(supplier.got).hasSize(2);
  }

  @Test
  void aMessageWithoutOwnerHasNoOtherWayAndIsTriedOn() {
    supplier.answer = NO_ANSWER;
    outgoing.send("m", ChannelKind.SMS, WORDS);
    tries(1);
    pass(Duration.ofMinutes(1));
    tries(2);
    supplier.answer = TAKEN;

    pass(Duration.ofMinutes(1));

    await().until(this::nothingIsLeft);
    assertThat(supplier.got).hasSize(3).containsOnly(WORDS);
  }

  @Test
  void theWordsOfAnOwnerAreStoredNowhere() {
    supplier.answer = BUSY;

    outgoing.send("owner", "m", ChannelKind.SMS, end);

    tries(1);
    assertThat(document().toJson()).doesNotContain("hello", "+441");
  }

  @Test
  void whatIsNotWantedAnyMoreIsNotSent() {
    supplier.answer = BUSY;
    outgoing.send("owner", "m", ChannelKind.SMS, end);
    tries(1);
    owner.words = Optional.empty();

    outgoing.reconsider(List.of("m"));

    isOver(Outcome.of(Outcome.State.WITHDRAWN));
    assertThat(supplier.got).hasSize(1);
  }

  @Test
  void anOwnerWhoCannotNoteItIsToldAgain() {
    supplier.answer = TAKEN;
    owner.faults = 1;
    outgoing.send("owner", "m", ChannelKind.SMS, end);
    await().until(() -> owner.faults == 0 && document().containsKey("outcome"));
    assertThat(owner.heard).isEmpty();

    pass(Duration.ofSeconds(5));

    isOver(Outcome.of(Outcome.State.SENT));
    assertThat(supplier.got).hasSize(1);
  }

  private void isOver(Outcome outcome) {
    await().until(this::nothingIsLeft);
    assertThat(owner.heard).containsExactly(outcome);
  }

  private boolean nothingIsLeft() {
    return store.getCollection("outgoing").countDocuments() == 0;
  }

  private Document document() {
    return store.getCollection("outgoing").find().first();
  }

  /** And the last of them is noted. */
  private void tries(int count) {
    await()
        .until(
            () -> supplier.got.size() == count && Boolean.FALSE.equals(document().get("claimed")));
  }

  private void pass(Duration time) {
    now.updateAndGet(before -> before.plus(time));
    outgoing.sendDue();
  }

  private Outgoing outgoing() {
    StaticListableBeanFactory beans = new StaticListableBeanFactory();
    beans.addBean("owner", owner);
    beans.addBean("receipts", new OutgoingReceipts(beans.getBeanProvider(OutgoingOwner.class)));
    InstantSource time = now::get;
    Clock clock = time.withZone(ZoneOffset.UTC);
    receipts = new Receipts(store, beans.getBeanProvider(ReceiptOwner.class), clock);
    return new Outgoing(
        new WaitingStore(store),
        new Channels(List.of(supplier)),
        receipts,
        beans.getBeanProvider(OutgoingOwner.class),
        clock);
  }

  private static final class Supplier implements MessageChannel {
    private final List<Message> got = new CopyOnWriteArrayList<>();
    private volatile Delivery answer = TAKEN;

    @Override
    public ChannelKind kind() {
      return ChannelKind.SMS;
    }

    @Override
    public Delivery send(Message message) {
      got.add(message);
      return answer;
    }
  }

  private static final class Owner implements OutgoingOwner {
    private final List<String> receipts = new CopyOnWriteArrayList<>();
    private final List<Outcome> heard = new CopyOnWriteArrayList<>();
    private volatile Optional<Message> words = Optional.of(WORDS);
    private volatile int faults;

    @Override
    public String name() {
      return "owner";
    }

    @Override
    public Optional<Message> message(String id) {
      return words;
    }

    @Override
    public void receipt(String id, Receipt receipt) {
      receipts.add(id + " " + receipt.delivered());
    }

    @Override
    public void ended(String id, Outcome outcome) {
      if (faults > 0) {
        faults = 0;
        throw new IllegalStateException("the store is away");
      }
      heard.add(outcome);
    }
  }
}
