package org.procart.notification.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.procart.notification.channel.ChannelKind;

class AmberPostTest {

  private static final Instant NOW = Ward.START;
  private static final Target NURSE = target("nurse-1", "+441");

  private final MongoServer server = new MongoServer(new MemoryBackend());
  private MongoClient client;
  private AmberPost post;

  @BeforeEach
  void open() {
    client = MongoClients.create("mongodb://127.0.0.1:" + server.bind().getPort());
    post =
        new AmberPost(
            client.getDatabase("amber-test"),
            new AmberSettings(Duration.ofSeconds(10), Duration.ofMinutes(5)));
  }

  @AfterEach
  void close() {
    client.close();
    server.shutdownNow();
  }

  @Test
  void theFirstOneWaitsForOthersAndTakesThemAlong() {
    assertThat(post.come(item(1), NURSE, NOW)).isEqualTo(waits(10));
    assertThat(post.come(item(2), NURSE, NOW.plusSeconds(3))).isEqualTo(waits(13));

    assertThat(post.come(item(1), NURSE, NOW.plusSeconds(10)))
        .isEqualTo(new AmberPost.Turn.Go(List.of(item(2))));
  }

  @Test
  void theNextMessageToThePersonWaitsItsTime() {
    post.come(item(1), NURSE, NOW);
    post.come(item(1), NURSE, NOW.plusSeconds(10));

    assertThat(post.come(item(2), NURSE, NOW.plusSeconds(20))).isEqualTo(waits(310));
    assertThat(post.come(item(3), NURSE, NOW.plusSeconds(30))).isEqualTo(waits(313));
    assertThat(post.come(item(3), NURSE, NOW.plusSeconds(310)))
        .isEqualTo(new AmberPost.Turn.Go(List.of(item(2))));
  }

  @Test
  void whatDidNotLeaveHoldsNothingBack() {
    post.come(item(1), NURSE, NOW);
    post.come(item(1), NURSE, NOW.plusSeconds(10));

    post.notSent(NURSE);

    assertThat(post.come(item(1), NURSE, NOW.plusSeconds(12))).isEqualTo(waits(22));
  }

  @Test
  void otherPeopleAreNotHeldBack() {
    post.come(item(1), NURSE, NOW);
    post.come(item(1), NURSE, NOW.plusSeconds(10));

    assertThat(post.come(item(2), target("nurse-2", "+442"), NOW.plusSeconds(20)))
        .isEqualTo(waits(30));
  }

  @Test
  void whatWasLeftByAnInstanceThatDiedGathersAgain() {
    post.come(item(1), NURSE, NOW);
    post.come(item(2), NURSE, NOW);
    post.come(item(1), NURSE, NOW.plusSeconds(10));

    // The one that took both is gone; the other one comes by itself at its time.
    assertThat(post.come(item(2), NURSE, NOW.plusSeconds(10))).isEqualTo(waits(310));
  }

  @Test
  void eachOfManyGoesOnceHoweverManyComeAtOnce() throws Exception {
    int many = 40;
    Set<AmberPost.Item> gone = ConcurrentHashMap.newKeySet();
    List<AmberPost.Turn> goes = java.util.Collections.synchronizedList(new ArrayList<>());
    for (Instant at : List.of(NOW, NOW.plusSeconds(10))) {
      try (ExecutorService instances = Executors.newFixedThreadPool(8)) {
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < many; i++) {
          AmberPost.Item item = item(i);
          all.add(
              instances.submit(
                  () -> {
                    AmberPost.Turn turn = post.come(item, NURSE, at);
                    if (turn instanceof AmberPost.Turn.Go(List<AmberPost.Item> others)) {
                      goes.add(turn);
                      gone.add(item);
                      gone.addAll(others);
                    }
                  }));
        }
        for (Future<?> each : all) {
          each.get();
        }
      }
    }

    assertThat(goes).hasSize(1);
    assertThat(gone).hasSize(many);
  }

  private static AmberPost.Turn waits(int seconds) {
    return new AmberPost.Turn.Wait(NOW.plusSeconds(seconds));
  }

  private static AmberPost.Item item(int number) {
    return new AmberPost.Item("escalation-" + number, "attempt-" + number);
  }

  private static Target target(String recipientId, String address) {
    return new Target(
        1, 1, recipientId, ChannelKind.SMS, address, Flag.NONE, "FIRST", NOW, NOW, null, null);
  }
}
