package org.procart.alerting.replay;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
final class MongoDryRunStore implements DryRunStore {

  private final MongoCollection<DryRunDocument> runs;

  MongoDryRunStore(MongoDatabase database) {
    this.runs = database.getCollection("dry_runs", DryRunDocument.class);
    runs.createIndex(
        Indexes.ascending("expiresAt"), new IndexOptions().expireAfter(0L, TimeUnit.SECONDS));
  }

  @Override
  public void begin(DryRunDocument run) {
    runs.insertOne(run);
  }

  @Override
  public void progress(String id, int done, int total, Instant now) {
    runs.updateOne(
        eq("_id", id), combine(set("done", done), set("total", total), set("heartbeatAt", now)));
  }

  @Override
  public void end(
      String id,
      DryRunState how,
      Instant now,
      @Nullable String failure,
      @Nullable DryRunReport report) {
    List<Bson> ended =
        new ArrayList<>(
            List.of(set("state", how.name()), set("endedAt", now), set("heartbeatAt", now)));
    if (failure != null) {
      ended.add(set("failure", failure));
    }
    if (report != null) {
      ended.add(set("report", report));
    }
    runs.updateOne(eq("_id", id), combine(ended));
  }

  @Override
  public Optional<DryRunDocument> find(String id) {
    return Optional.ofNullable(runs.find(eq("_id", id)).first());
  }
}
