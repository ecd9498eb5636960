package org.procart.alerting.worklist;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;

@Component
final class MongoWorkItems implements WorkItems {

  private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

  private final MongoCollection<WorkItemDocument> open;
  private final MongoCollection<Document> done;

  MongoWorkItems(MongoDatabase database) {
    this.open = database.getCollection("worklist", WorkItemDocument.class);
    this.done = database.getCollection("worklist_done");
  }

  @Override
  public void add(WorkItem item) {
    if (done.countDocuments(eq("_id", item.itemId())) == 0) {
      open.replaceOne(eq("_id", item.itemId()), WorkItemDocument.of(item), UPSERT);
    }
  }

  @Override
  public void remove(String itemId) {
    open.deleteOne(eq("_id", itemId));
  }

  @Override
  public Optional<WorkItem> find(String itemId) {
    return Optional.ofNullable(open.find(eq("_id", itemId)).first()).map(WorkItemDocument::item);
  }

  @Override
  public boolean done(String itemId, String by, Instant at) {
    Optional<WorkItem> item = find(itemId);
    item.ifPresent(
        found -> {
          Document finished =
              new Document("_id", itemId).append("item", found).append("by", by).append("at", at);
          done.replaceOne(eq("_id", itemId), finished, UPSERT);
          remove(itemId);
        });
    return item.isPresent();
  }

  @Override
  public List<WorkItem> open(String siteId, int page, int size) {
    return open.find(ofSite(siteId))
        .sort(ascending("item.receivedAt", "_id"))
        .skip(page * size)
        .limit(size)
        .map(WorkItemDocument::item)
        .into(new ArrayList<>());
  }

  @Override
  public long countOpen(String siteId) {
    return open.countDocuments(ofSite(siteId));
  }

  private static Bson ofSite(String siteId) {
    return and(eq("siteId", siteId), eq("synthetic", false));
  }
}
