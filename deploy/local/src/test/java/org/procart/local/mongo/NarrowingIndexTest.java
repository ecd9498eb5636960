package org.procart.local.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.UpdateOptions;
import de.bwaldvogel.mongo.MongoServer;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Queries that ask for more than an index has give what reading everything gave. */
class NarrowingIndexTest {

  private final MongoServer server =
      new MongoServer(new DurableBackend(MVStore.open(null), new GroupCommit(() -> {})));
  private MongoClient client;
  private MongoCollection<Document> alerts;

  @BeforeEach
  void start() {
    client = MongoClients.create("mongodb://127.0.0.1:" + server.bind().getPort());
    alerts = client.getDatabase("test").getCollection("alerts");
    alerts.createIndex(Indexes.ascending("key"), new IndexOptions().unique(true).sparse(true));
    alerts.insertMany(List.of(alert("a", 1, "k-a"), alert("b", 2, "k-b"), alert("c", 3, null)));
  }

  @AfterEach
  void stop() {
    client.close();
    server.shutdownNow();
  }

  @Test
  void aGuardHolds() {
    assertThat(change(and(eq("_id", "a"), eq("revision", 1)))).isOne();
    assertThat(change(and(eq("_id", "a"), eq("revision", 1)))).isZero();
    assertThat(change(and(eq("_id", "b"), lt("revision", 2)))).isZero();
    assertThat(change(and(eq("_id", "b"), ne("revision", 5), lt("revision", 3)))).isOne();
    assertThat(change(and(eq("_id", "x"), eq("revision", 1)))).isZero();
  }

  @Test
  void anUpsertWhoseGuardFailsMeetsTheDocument() {
    Bson guarded = and(eq("_id", "a"), eq("revision", 7));

    assertThatThrownBy(
            () -> alerts.updateOne(guarded, set("x", 1), new UpdateOptions().upsert(true)))
        .isInstanceOf(MongoWriteException.class);
    alerts.updateOne(
        and(eq("_id", "new"), eq("revision", 7)), set("x", 1), new UpdateOptions().upsert(true));
    assertThat(alerts.find(eq("_id", "new")).first()).containsEntry("revision", 7);
  }

  @Test
  void severalIdsAndOtherKeysAreFoundWithTheirConditions() {
    assertThat(ids(and(in("_id", "a", "b", "x"), lt("revision", 2)))).containsExactly("a");
    assertThat(ids(and(eq("key", "k-b"), eq("revision", 2)))).containsExactly("b");
    assertThat(ids(and(eq("key", "k-b"), eq("revision", 1)))).isEmpty();
    assertThat(ids(and(eq("_id", "a"), eq("_id", "b")))).isEmpty();
  }

  @Test
  void whatIsNotAConjunctionIsReadWhole() {
    assertThat(ids(or(eq("_id", "a"), eq("revision", 3)))).containsExactlyInAnyOrder("a", "c");
    assertThat(ids(and(or(eq("_id", "a"), eq("_id", "b")), lt("revision", 2))))
        .containsExactly("a");
    assertThat(ids(and(lt("_id", "c"), eq("revision", 2)))).containsExactly("b");
    assertThat(ids(and(eq("key", null), eq("revision", 3)))).containsExactly("c");
  }

  @Test
  void aUniqueKeyStaysUnique() {
    assertThatThrownBy(() -> alerts.insertOne(alert("d", 1, "k-a")))
        .isInstanceOf(MongoWriteException.class);
    assertThatThrownBy(() -> alerts.updateOne(eq("_id", "b"), set("key", "k-a")))
        .isInstanceOf(MongoWriteException.class);
  }

  @Test
  void aGuardedQueryIsServedByTheIndex() {
    NarrowingIndex index = new NarrowingIndex(new OnlyIds(), List.of(OnlyIds.ID), false);

    assertThat(index.canHandle(query("_id", "a"))).isTrue();
    assertThat(index.canHandle(query("revision", 1))).isFalse();
    assertThat(index.canHandle(both(query("_id", "a"), query("revision", 1)))).isTrue();
    assertThat(index.canHandle(both(both(query("_id", "a")), query("revision", 1)))).isTrue();
    assertThat(index.getPositions(both(query("revision", 1), query("_id", "a"))))
        .containsExactly("a");
  }

  private static de.bwaldvogel.mongo.bson.Document query(String key, Object value) {
    return new de.bwaldvogel.mongo.bson.Document(key, value);
  }

  private static de.bwaldvogel.mongo.bson.Document both(
      de.bwaldvogel.mongo.bson.Document... parts) {
    return query("$and", List.of(parts));
  }

  private static Document alert(String id, int revision, @Nullable String key) {
    Document alert = new Document("_id", id).append("revision", revision);
    return key == null ? alert : alert.append("key", key);
  }

  private long change(Bson guarded) {
    return alerts.updateOne(guarded, inc("revision", 1)).getMatchedCount();
  }

  private List<String> ids(Bson query) {
    return alerts.find(query).map(found -> found.getString("_id")).into(new ArrayList<>());
  }
}
