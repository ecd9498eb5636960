package org.procart.intake.submission;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.size;
import static com.mongodb.client.model.Projections.exclude;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOptions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.bson.Document;
import org.procart.chassis.outbox.OutboxEntry;
import org.procart.intake.report.Version;

/**
 * Stored reports. The inbox holds those whose event is not yet published, the archive all others. A
 * report moves by being written there first and deleted here second, so it is always somewhere.
 *
 * <p>A version's document id is its report's identity and its number: whoever inserts it is first.
 * Since the inbox forgets ids when reports move on, an insert is good only if the archive does not
 * have the id <em>afterwards</em>.
 */
class Reports {

  private static final int AT_ONCE = 8;

  private final MongoCollection<Document> inbox;
  private final MongoCollection<Document> archive;

  Reports(MongoCollection<Document> inbox, MongoCollection<Document> archive) {
    this.inbox = inbox;
    this.archive = archive;
  }

  List<Version> versions(String identityHash) {
    return documents(identityHash).stream().map(ReportDocument::version).toList();
  }

  /** All versions of a report, oldest first, without bodies. */
  List<Document> documents(String identityHash) {
    TreeMap<Integer, Document> documents = new TreeMap<>();
    for (int from = 0; documents.size() == from; from += AT_ONCE) {
      List<String> ids =
          IntStream.range(from, from + AT_ONCE)
              .mapToObj(number -> Accepted.documentId(identityHash, number))
              .toList();
      // Inbox first: a report that moves between the two reads is then seen in the archive.
      for (MongoCollection<Document> place : List.of(inbox, archive)) {
        place
            .find(in("_id", ids))
            .projection(exclude("body", "event", OutboxEntry.FIELD))
            .forEach(
                document -> documents.put(ReportDocument.version(document).number(), document));
      }
    }
    return List.copyOf(documents.values());
  }

  /** False: somebody else stored this version of the report first. */
  boolean insert(Document report) {
    try {
      inbox.insertOne(report);
    } catch (MongoWriteException e) {
      if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
        return false;
      }
      throw e;
    }
    Object id = Objects.requireNonNull(report.get("_id"));
    if (archive.find(eq("_id", id)).projection(include("_id")).first() == null) {
      return true;
    }
    inbox.deleteOne(eq("_id", id));
    return false;
  }

  /**
   * Moves a published report on; does nothing when it is not there or not published yet.
   *
   * @param beforeLeaving is done when the report is in both places; may be done twice
   */
  void archive(Object documentId, Consumer<Document> beforeLeaving) {
    Document report = inbox.find(eq("_id", documentId)).first();
    if (report == null || !report.getList(OutboxEntry.FIELD, Document.class).isEmpty()) {
      return;
    }
    report.remove(OutboxEntry.FIELD);
    archive.replaceOne(eq("_id", documentId), report, new ReplaceOptions().upsert(true));
    beforeLeaving.accept(report);
    inbox.deleteOne(eq("_id", documentId));
  }

  Optional<Document> find(String documentId) {
    return Optional.ofNullable(inbox.find(eq("_id", documentId)).first())
        .or(() -> Optional.ofNullable(archive.find(eq("_id", documentId)).first()));
  }

  /** Reports with nothing to publish that nobody moved on, because of a crash in between. */
  List<Object> leftBehind() {
    List<Object> ids = new ArrayList<>();
    inbox
        .find(size(OutboxEntry.FIELD, 0))
        .projection(include("_id"))
        .forEach(report -> ids.add(Objects.requireNonNull(report.get("_id"))));
    ids.sort(Comparator.comparing(String::valueOf));
    return ids;
  }
}
