package org.procart.alerting.rule;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bson.Document;
import org.springframework.stereotype.Component;

/** A few documents a year: read whole. */
@Component
final class MongoRuleArchive implements RuleArchive {

  private final MongoCollection<Document> written;
  private final MongoCollection<Document> releases;

  MongoRuleArchive(MongoDatabase database) {
    this.written = database.getCollection("rule_set_versions");
    this.releases = database.getCollection("rule_set_releases");
  }

  @Override
  public void write(WrittenSet set) {
    Document document =
        new Document("_id", place(set.id(), set.version()))
            .append("setId", set.id())
            .append("version", set.version())
            .append("site", set.site())
            .append("title", set.title())
            .append("text", set.text())
            .append("author", set.author())
            .append("writtenAt", Date.from(set.writtenAt()));
    written.replaceOne(eq("_id", document.get("_id")), document, new ReplaceOptions().upsert(true));
  }

  @Override
  public Optional<WrittenSet> find(String id, String version) {
    return Optional.ofNullable(written.find(eq("_id", place(id, version))).first())
        .map(MongoRuleArchive::writtenSet);
  }

  @Override
  public List<WrittenSet> versions(String id) {
    List<WrittenSet> versions = new ArrayList<>();
    written.find(eq("setId", id)).forEach(document -> versions.add(writtenSet(document)));
    versions.sort(Comparator.comparing(WrittenSet::writtenAt));
    return versions;
  }

  @Override
  public boolean decide(Release release) {
    try {
      releases.insertOne(
          new Document("_id", place(release.setId(), String.valueOf(release.number())))
              .append("setId", release.setId())
              .append("number", release.number())
              .append("kind", release.kind().name())
              .append("version", release.version())
              .append("digest", release.digest())
              .append("by", release.by())
              .append("reason", release.reason())
              .append("at", Date.from(release.at()))
              .append("from", Date.from(release.from())));
      return true;
    } catch (MongoWriteException e) {
      if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
        return false;
      }
      throw e;
    }
  }

  @Override
  public Releases releases(String id) {
    List<Release> all = new ArrayList<>();
    releases.find(eq("setId", id)).forEach(document -> all.add(release(document)));
    return new Releases(all);
  }

  @Override
  public List<String> decided() {
    return releases.distinct("setId", String.class).into(new ArrayList<>());
  }

  private static String place(String id, String part) {
    return id + "|" + part;
  }

  private static WrittenSet writtenSet(Document document) {
    return new WrittenSet(
        text(document, "setId"),
        text(document, "version"),
        document.getString("site"),
        text(document, "title"),
        text(document, "text"),
        text(document, "author"),
        at(document, "writtenAt"));
  }

  private static Release release(Document document) {
    return new Release(
        text(document, "setId"),
        document.getInteger("number"),
        Release.Kind.valueOf(text(document, "kind")),
        document.getString("version"),
        document.getString("digest"),
        text(document, "by"),
        text(document, "reason"),
        at(document, "at"),
        at(document, "from"));
  }

  private static String text(Document document, String field) {
    return Objects.requireNonNull(document.getString(field), field);
  }

  private static Instant at(Document document, String field) {
    return Objects.requireNonNull(document.getDate(field), field).toInstant();
  }
}
