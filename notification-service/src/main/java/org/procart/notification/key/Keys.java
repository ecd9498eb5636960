package org.procart.notification.key;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.procart.schemas.event.EventId;
import org.springframework.stereotype.Component;

/** Live keys. A code or token names exactly one of them, whatever dice say: indexes see to it. */
@Component
public class Keys {

  /** Proposal: after a day nobody should act on an old message. */
  static final Duration LIFE = Duration.ofHours(24);

  /** A message that goes out now must be good for a while. */
  private static final Duration LEAST_LIFE = Duration.ofHours(1);

  /** So long an ended code is still known, to be refused with the right words. */
  private static final Duration REMEMBERED = Duration.ofDays(7);

  private final MongoCollection<Document> keys;
  private final Symbols symbols = new Symbols();
  private volatile boolean unique;

  Keys(MongoDatabase database) {
    this.keys = database.getCollection("keys");
  }

  /** Before the first key, not at start: the service must start while the store is away. */
  private void beUnique() {
    if (!unique) {
      IndexOptions once = new IndexOptions().unique(true);
      keys.createIndex(Indexes.ascending("code"), once);
      keys.createIndex(Indexes.ascending("token"), once);
      unique = true;
    }
  }

  /** The recipient's live key for the sounding; a new one where there is none. */
  public Key keyFor(String escalationId, String recipientId, Instant now) {
    return keyFor(List.of(escalationId), recipientId, now);
  }

  /** The recipient's live key for all these together; a new one where there is none. */
  public Key keyFor(List<String> escalationIds, String recipientId, Instant now) {
    String together =
        escalationIds.size() == 1
            ? escalationIds.getFirst()
            : EventId.of("bundle", String.join(" ", escalationIds));
    String id = together + "/" + recipientId;
    while (true) {
      Key known = one(eq("_id", id));
      if (known != null && known.live(now.plus(LEAST_LIFE))) {
        return known;
      }
      Key fresh =
          new Key(escalationIds, recipientId, symbols.code(), symbols.token(), now.plus(LIFE));
      if (store(id, known, fresh)) {
        return fresh;
      }
    }
  }

  public Optional<Key> byCode(String code) {
    return Optional.ofNullable(one(eq("code", code)));
  }

  public Optional<Key> byToken(String token) {
    return Optional.ofNullable(one(eq("token", token)));
  }

  /** Drops what ended long ago. */
  public void clean(Instant now) {
    keys.deleteMany(lt("expiresAt", Date.from(now.minus(REMEMBERED))));
  }

  /** False when another code is needed, or another instance was faster. */
  private boolean store(String id, @Nullable Key known, Key fresh) {
    beUnique();
    try {
      if (known == null) {
        keys.insertOne(document(id, fresh));
        return true;
      }
      Bson same = and(eq("_id", id), eq("token", known.token()));
      return keys.replaceOne(same, document(id, fresh)).getMatchedCount() > 0;
    } catch (MongoWriteException e) {
      if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
        return false;
      }
      throw e;
    }
  }

  private @Nullable Key one(Bson filter) {
    Document found = keys.find(filter).first();
    return found == null ? null : key(found);
  }

  private static Document document(String id, Key key) {
    return new Document("_id", id)
        .append("escalationId", key.escalationId())
        .append("escalationIds", key.escalationIds())
        .append("recipientId", key.recipientId())
        .append("code", key.code())
        .append("token", key.token())
        .append("expiresAt", Date.from(key.expiresAt()));
  }

  private static Key key(Document document) {
    return new Key(
        document.getList("escalationIds", String.class, List.of(text(document, "escalationId"))),
        text(document, "recipientId"),
        text(document, "code"),
        text(document, "token"),
        Objects.requireNonNull(document.getDate("expiresAt")).toInstant());
  }

  private static String text(Document document, String field) {
    return Objects.requireNonNull(document.getString(field), field);
  }
}
