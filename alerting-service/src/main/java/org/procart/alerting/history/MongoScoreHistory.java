package org.procart.alerting.history;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Updates.addToSet;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.setOnInsert;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.UpdateOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;

/** One document a patient and week, read only by its id. */
@Component
final class MongoScoreHistory implements ScoreHistory {

  private static final Duration KEPT = Duration.ofDays(400);
  private static final int RECENT_WEEKS = 4;
  private static final int CHUNK = 8;
  private static final int REPORTS_A_DOCUMENT = 200;
  private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

  private final MongoCollection<Document> history;
  private final MongoCollection<Document> index;

  MongoScoreHistory(MongoDatabase database) {
    this.history = database.getCollection("score_history");
    this.index = database.getCollection("score_history_index");
    history.createIndex(
        Indexes.ascending("expiresAt"), new IndexOptions().expireAfter(0L, TimeUnit.SECONDS));
  }

  @Override
  public Optional<KeptReport> keep(ScoredReport report) {
    HistoryIndexDocument known = indexOf(patient(report));
    HistoryKey key = firstPart(Week.of(report.observedAt()));
    while (!add(report, key)) {
      if (contains(key, report, "reports.scoreId")) {
        if (contains(key, report, "followed")) {
          return Optional.empty();
        }
        break;
      }
      key = key.next();
    }
    HistoryIndexDocument now = note(known, report, key);
    String place = key.documentId(patient(report));
    return Optional.of(new KeptReport(report, place, around(report, now)));
  }

  @Override
  public void followedThrough(KeptReport kept) {
    history.updateOne(eq("_id", kept.place()), addToSet("followed", kept.report().scoreId()));
  }

  @Override
  public List<ScoredReport> observedBetween(String patientId, Instant from, Instant to) {
    List<String> weeks = Week.between(from, to).stream().map(Week::name).toList();
    List<HistoryKey> keys =
        indexOf(patientId).sortedKeys().stream().filter(key -> weeks.contains(key.week())).toList();
    return read(patientId, keys).stream()
        .filter(report -> isBetween(report, from, to))
        .sorted(ScoredReport.BY_OBSERVATION)
        .toList();
  }

  /** By the names that the documents would have: to ask everybody's index first would be slow. */
  @Override
  public Map<String, List<ScoredReport>> observedBetween(
      Collection<String> patientIds, Instant from, Instant to) {
    Map<String, List<ScoredReport>> found = new HashMap<>();
    List<Week> weeks = Week.between(from, to);
    List<String> names =
        patientIds.stream()
            .flatMap(id -> weeks.stream().map(week -> firstPart(week).documentId(id)))
            .toList();
    while (!names.isEmpty()) {
      List<String> more = new ArrayList<>();
      for (HistoryDocument document : documents(names)) {
        document.reports().stream()
            .filter(report -> isBetween(report, from, to))
            .forEach(
                report ->
                    found.computeIfAbsent(patient(report), id -> new ArrayList<>()).add(report));
        if (document.reports().size() >= REPORTS_A_DOCUMENT) {
          more.add(HistoryKey.next(document.id()));
        }
      }
      names = more;
    }
    found.values().forEach(reports -> reports.sort(ScoredReport.BY_OBSERVATION));
    return found;
  }

  /** False when the document is full, or has the report already. */
  private boolean add(ScoredReport report, HistoryKey key) {
    String id = key.documentId(patient(report));
    Bson free =
        and(
            eq("_id", id),
            ne("reports.scoreId", report.scoreId()),
            exists("reports." + (REPORTS_A_DOCUMENT - 1), false));
    Date expiresAt = Date.from(report.receivedAt().plus(KEPT));
    Bson added = combine(push("reports", report), setOnInsert("expiresAt", expiresAt));
    try {
      history.updateOne(free, added, UPSERT);
      return true;
    } catch (MongoWriteException e) {
      if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
        throw e;
      }
      // Another instance may have made the document in this moment.
      return history.updateOne(free, push("reports", report)).getMatchedCount() > 0;
    }
  }

  private boolean contains(HistoryKey key, ScoredReport report, String field) {
    Bson here = and(eq("_id", key.documentId(patient(report))), eq(field, report.scoreId()));
    return history.countDocuments(here) > 0;
  }

  private HistoryIndexDocument note(
      HistoryIndexDocument known, ScoredReport report, HistoryKey key) {
    HistoryIndexDocument now = known.with(key, report);
    if (!now.equals(known)) {
      List<Bson> noted = new ArrayList<>(List.of(addToSet("keys", key.text())));
      if (report.supersedes() != null) {
        noted.add(addToSet("superseded", report.supersedes()));
      }
      if (report.beforeInfusion()) {
        noted.add(addToSet("beforeInfusion", key.text()));
      }
      index.updateOne(eq("_id", patient(report)), combine(noted), UPSERT);
    }
    return now;
  }

  private PatientSeries around(ScoredReport report, HistoryIndexDocument known) {
    String recent = Week.of(report.observedAt()).plus(-RECENT_WEEKS).name();
    List<HistoryKey> older = new ArrayList<>();
    List<HistoryKey> wanted = new ArrayList<>();
    for (HistoryKey key : known.sortedKeys()) {
      boolean asked = key.week().compareTo(recent) >= 0 || known.holdsBaseline(key);
      (asked ? wanted : older).add(key);
    }
    List<ScoredReport> reports = read(patient(report), wanted);
    while (!older.isEmpty() && lacksPrevious(report, series(reports, known))) {
      List<HistoryKey> chunk = older.subList(Math.max(older.size() - CHUNK, 0), older.size());
      reports.addAll(read(patient(report), chunk));
      chunk.clear();
    }
    return series(reports, known);
  }

  private HistoryIndexDocument indexOf(String patientId) {
    return Objects.requireNonNullElse(
        index.withDocumentClass(HistoryIndexDocument.class).find(eq("_id", patientId)).first(),
        HistoryIndexDocument.EMPTY);
  }

  private List<ScoredReport> read(String patientId, Collection<HistoryKey> keys) {
    List<String> ids = keys.stream().map(key -> key.documentId(patientId)).toList();
    List<ScoredReport> reports = new ArrayList<>();
    if (!ids.isEmpty()) {
      documents(ids).forEach(document -> reports.addAll(document.reports()));
    }
    return reports;
  }

  private Iterable<HistoryDocument> documents(List<String> ids) {
    return history.withDocumentClass(HistoryDocument.class).find(in("_id", ids));
  }

  private static HistoryKey firstPart(Week week) {
    return new HistoryKey(week.name(), 0);
  }

  private static boolean isBetween(ScoredReport report, Instant from, Instant to) {
    return !report.observedAt().isBefore(from) && !report.observedAt().isAfter(to);
  }

  private static boolean lacksPrevious(ScoredReport report, PatientSeries series) {
    Set<String> known = series.previous(report).keySet();
    return report.scales().stream()
        .anyMatch(score -> score.value() != null && !known.contains(score.scale()));
  }

  private static PatientSeries series(List<ScoredReport> reports, HistoryIndexDocument known) {
    return new PatientSeries(reports, known.replaced());
  }

  private static String patient(ScoredReport report) {
    return Objects.requireNonNull(report.patientId(), "history is kept by patient");
  }
}
