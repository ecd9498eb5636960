package org.procart.intake.snapshot;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.regex;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.procart.intake.snapshot.Saved.Outcome;

/**
 * What a site's administrator decided for that site alone, by name: texts with a revision, which
 * concern nobody outside of this service.
 */
public final class SiteDocuments {

  private static final int ATTEMPTS = 20;
  private static final String STATE = "state";
  private static final String REVISION = "revision";

  private final MongoCollection<Document> documents;

  public SiteDocuments(MongoCollection<Document> documents) {
    this.documents = documents;
  }

  public Optional<Snapshot<String>> find(String siteId, String name) {
    return Optional.ofNullable(documents.find(eq("_id", id(siteId, name))).first())
        .map(SiteDocuments::snapshot);
  }

  /** Those of the names that the site has something for. */
  public Map<String, Snapshot<String>> find(String siteId, Collection<String> names) {
    return named(
        siteId, documents.find(in("_id", names.stream().map(name -> id(siteId, name)).toList())));
  }

  public Map<String, Snapshot<String>> findAll(String siteId) {
    return named(siteId, documents.find(regex("_id", "^" + Pattern.quote(id(siteId, "")))));
  }

  public Saved<String> save(String siteId, String name, String state) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Optional<Saved<String>> saved = tryToSave(id(siteId, name), state);
      if (saved.isPresent()) {
        return saved.get();
      }
    }
    throw new IllegalStateException("Too many changes of one document at the same time");
  }

  /** False: there was none. */
  public boolean remove(String siteId, String name) {
    return documents.deleteOne(eq("_id", id(siteId, name))).getDeletedCount() > 0;
  }

  private Optional<Saved<String>> tryToSave(String id, String state) {
    Document before = documents.find(eq("_id", id)).first();
    if (before == null) {
      Document first = document(id, state, 1);
      return inserted(first)
          ? Optional.of(new Saved<>(snapshot(first), Outcome.CREATED))
          : Optional.empty();
    }
    Snapshot<String> old = snapshot(before);
    if (old.state().equals(state)) {
      return Optional.of(new Saved<>(old, Outcome.UNCHANGED));
    }
    Document after = document(id, state, old.revision() + 1);
    Bson unchanged = and(eq("_id", id), eq(REVISION, old.revision()));
    return documents.replaceOne(unchanged, after).getMatchedCount() > 0
        ? Optional.of(new Saved<>(snapshot(after), Outcome.CHANGED))
        : Optional.empty();
  }

  private boolean inserted(Document document) {
    try {
      documents.insertOne(document);
      return true;
    } catch (MongoWriteException e) {
      if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
        return false;
      }
      throw e;
    }
  }

  private static Map<String, Snapshot<String>> named(String siteId, FindIterable<Document> found) {
    Map<String, Snapshot<String>> named = new TreeMap<>();
    found.forEach(
        document ->
            named.put(
                text(document, "_id").substring(id(siteId, "").length()), snapshot(document)));
    return named;
  }

  private static String id(String siteId, String name) {
    return siteId + "|" + name;
  }

  /** The state lies there as a text: names inside may hold what a store keeps for itself. */
  private static Document document(String id, String state, long revision) {
    return new Document("_id", id).append(REVISION, revision).append(STATE, state);
  }

  private static Snapshot<String> snapshot(Document document) {
    return new Snapshot<>(
        text(document, STATE), Objects.requireNonNull(document.getLong(REVISION)));
  }

  private static String text(Document document, String field) {
    return Objects.requireNonNull(document.getString(field), field);
  }
}
