package org.procart.local.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.procart.local.launch.PartCommands;
import org.procart.local.launch.Readiness;
import org.procart.local.part.Part;
import org.procart.local.part.Port;
import org.procart.local.part.Ports;
import org.procart.local.process.ChildProcess;
import org.procart.local.process.Wait;

/** The store is a real process here, and it is really killed. */
class StoreDurabilityIT {

  private static final int WRITERS = 12;
  private static final int ENOUGH = 1_500;

  @TempDir private Path directory;
  private final Ports ports = Ports.free();
  private ChildProcess store;

  @BeforeEach
  void start() throws IOException, InterruptedException {
    store = launch();
  }

  @AfterEach
  void stop() throws InterruptedException {
    store.kill();
    store.awaitEnd(Duration.ofSeconds(10));
  }

  @RepeatedTest(3)
  void everyAcknowledgedWriteSurvivesAKillUnderLoad() throws Exception {
    // Given
    Map<String, Integer> acknowledged = new ConcurrentHashMap<>();
    AtomicBoolean go = new AtomicBoolean(true);
    try (MongoClient client = client()) {
      MongoCollection<Document> reports = reports(client);
      reports.createIndex(Indexes.ascending("identity"), new IndexOptions().unique(true));
      try (ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
        for (int writer = 0; writer < WRITERS; writer++) {
          String name = "w" + writer;
          writers.execute(() -> writeUntilKilled(reports, name, go, acknowledged));
        }
        Awaitility.await().until(() -> acknowledged.size() > ENOUGH);

        // When
        store.kill();
        store.awaitEnd(Duration.ofSeconds(10));
        go.set(false);
      }
    }
    store = launch();

    // Then
    try (MongoClient client = client()) {
      Map<String, Integer> found = new HashMap<>();
      Set<String> identities = new HashSet<>();
      for (Document report : reports(client).find()) {
        found.put(report.getString("_id"), report.getInteger("revision"));
        identities.add(report.getString("identity"));
      }
      acknowledged.forEach(
          (id, revision) ->
              assertThat(found.getOrDefault(id, -1)).as(id).isGreaterThanOrEqualTo(revision));
      assertThat(identities).hasSameSizeAs(found.keySet());
      assertUniqueIndexStillHolds(reports(client), identities);
    }
  }

  @Test
  void theFileStaysSmallWhenTheSameDocumentsChangeAgainAndAgain() {
    // Given
    try (MongoClient client = client()) {
      MongoCollection<Document> reports = reports(client);
      for (int id = 0; id < 50; id++) {
        reports.insertOne(new Document("_id", "r" + id).append("text", "x".repeat(2_000)));
      }

      // When
      for (int round = 0; round < 8_000; round++) {
        reports.updateOne(Filters.eq("r" + round % 50), Updates.set("round", round));
      }
    }

    // Then
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(directory.resolve("mongo/store.mv").toFile().length())
                    .isLessThan(100L << 20));
  }

  private static void writeUntilKilled(
      MongoCollection<Document> reports,
      String writer,
      AtomicBoolean go,
      Map<String, Integer> acknowledged) {
    try {
      for (int number = 0; go.get(); number++) {
        String id = writer + "-" + number;
        reports.insertOne(
            new Document("_id", id).append("identity", "i" + id).append("revision", 1));
        acknowledged.put(id, 1);
        if (number % 3 == 0) {
          reports.updateOne(Filters.eq(id), Updates.inc("revision", 1));
          acknowledged.put(id, 2);
        }
      }
    } catch (MongoException e) {
      // The store was killed: what was acknowledged until now is what counts.
      go.set(false);
    }
  }

  private static void assertUniqueIndexStillHolds(
      MongoCollection<Document> reports, Set<String> identities) {
    String taken = identities.iterator().next();
    assertThat(refused(reports, new Document("_id", "again").append("identity", taken))).isTrue();
    assertThat(refused(reports, new Document("_id", "new").append("identity", "new"))).isFalse();
  }

  private static boolean refused(MongoCollection<Document> reports, Document document) {
    try {
      reports.insertOne(document);
      return false;
    } catch (MongoException e) {
      return true;
    }
  }

  private ChildProcess launch() throws IOException, InterruptedException {
    ChildProcess child =
        new PartCommands(directory, directory, ports, directory.resolve("instruments"))
            .of(Part.MONGO)
            .start(directory.resolve("mongo"), directory.resolve("mongo.log"));
    assertThat(Wait.until(Duration.ofSeconds(30), () -> new Readiness(ports).of(Part.MONGO)))
        .isTrue();
    return child;
  }

  private MongoClient client() {
    return MongoClients.create(
        "mongodb://"
            + ports.address(Port.MONGO)
            + "/?serverSelectionTimeoutMS=3000&retryWrites=false");
  }

  private static MongoCollection<Document> reports(MongoClient client) {
    return client.getDatabase("intake").getCollection("reports");
  }
}
