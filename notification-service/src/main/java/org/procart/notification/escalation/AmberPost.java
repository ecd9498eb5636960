package org.procart.notification.escalation;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Updates.addToSet;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Gathers the AMBER pages to one contact point, so that many become one message. One document a
 * contact point; it only says who goes together: the pages themselves wait in their escalations,
 * and what is lost here goes alone.
 */
@Component
class AmberPost {

  private static final String ID = "_id";
  private static final String SEND_AT = "sendAt";
  private static final String FREE_AT = "freeAt";
  private static final String WAITING = "waiting";

  /** So long the one that began the gathering is ahead, to find the others still waiting. */
  private static final Duration LEADS_BY = Duration.ofSeconds(3);

  private final MongoCollection<Document> posts;
  private final AmberSettings settings;

  AmberPost(MongoDatabase database, AmberSettings settings) {
    this.posts = database.getCollection("amber_post");
    this.settings = settings;
  }

  /** One page that waits. */
  record Item(String escalationId, String attemptId) {}

  /** Now, together with others; or not before an instant. */
  sealed interface Turn {

    /**
     * @param others that waited; some may not be wanted any more
     */
    record Go(List<Item> others) implements Turn {}

    /** The page is noted and goes with whatever leaves then. */
    record Wait(Instant until) implements Turn {}
  }

  /** Each call takes all that waits, or adds to it; never both, whoever else calls. */
  Turn come(Item item, Target target, Instant now) {
    String id = id(target);
    while (true) {
      Document post = posts.find(eq(ID, id)).projection(include(SEND_AT, FREE_AT)).first();
      Turn turn = post == null ? first(id, item, now) : next(post, item, now);
      if (turn != null) {
        return turn;
      }
    }
  }

  private @Nullable Turn first(String id, Item item, Instant now) {
    Instant sendAt = now.plus(settings.gather());
    try {
      posts.insertOne(
          new Document(ID, id)
              .append(SEND_AT, Date.from(sendAt))
              .append(WAITING, List.of(document(item))));
      return new Turn.Wait(sendAt);
    } catch (MongoWriteException e) {
      if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
        return null;
      }
      throw e;
    }
  }

  private @Nullable Turn next(Document post, Item item, Instant now) {
    Date sendAt = post.getDate(SEND_AT);
    Bson same = and(eq(ID, post.get(ID)), eq(SEND_AT, sendAt));
    if (sendAt == null) {
      return begin(post, same, item, now);
    }
    if (sendAt.toInstant().isAfter(now)) {
      boolean added =
          posts.updateOne(same, addToSet(WAITING, document(item))).getMatchedCount() > 0;
      return added ? new Turn.Wait(sendAt.toInstant().plus(LEADS_BY)) : null;
    }
    Document taken =
        posts.findOneAndUpdate(
            same,
            combine(
                unset(SEND_AT),
                set(FREE_AT, Date.from(now.plus(settings.apart()))),
                set(WAITING, List.of())));
    return taken == null ? null : new Turn.Go(others(taken, item));
  }

  /** The first one after a while gathers; soon after a message, not before its time is over. */
  private @Nullable Turn begin(Document post, Bson same, Item item, Instant now) {
    Instant gathered = now.plus(settings.gather());
    Date freeAt = post.getDate(FREE_AT);
    Instant sendAt =
        freeAt != null && freeAt.toInstant().isAfter(gathered) ? freeAt.toInstant() : gathered;
    Bson change = combine(set(SEND_AT, Date.from(sendAt)), addToSet(WAITING, document(item)));
    return posts.updateOne(same, change).getMatchedCount() > 0 ? new Turn.Wait(sendAt) : null;
  }

  /** What did not leave does not keep the next from leaving. */
  void notSent(Target target) {
    posts.updateOne(eq(ID, id(target)), unset(FREE_AT));
  }

  private static String id(Target target) {
    return target.recipientId() + " " + target.address();
  }

  /** Forgets contact points that have not been called for long. */
  void clean(Instant now) {
    posts.deleteMany(and(eq(SEND_AT, null), or(eq(FREE_AT, null), lte(FREE_AT, Date.from(now)))));
  }

  private static List<Item> others(Document post, Item item) {
    return new ArrayList<>(post.getList(WAITING, Document.class))
        .stream()
            .map(each -> new Item(each.get("escalationId", ""), each.get("attemptId", "")))
            .filter(each -> !each.equals(item))
            .toList();
  }

  private static Document document(Item item) {
    return new Document("escalationId", item.escalationId()).append("attemptId", item.attemptId());
  }
}
