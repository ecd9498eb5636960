package org.procart.intake.schedule;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.procart.intake.submission.WhenPublished;
import org.procart.schemas.Completeness;
import org.procart.schemas.SubmissionReceived;

/**
 * Which reports came from a patient: small documents per patient and year of observation, so that a
 * schedule reads no reports. Written before a report leaves the inbox; twice is once. A part that
 * is full is followed by another, so that a front end that sends every keystroke cannot fill a
 * document beyond its limit.
 */
class Diary implements WhenPublished {

  static final int MOST_ENTRIES = 500;

  private static final int REMEMBERED = 10_000;
  private static final String ENTRIES = "entries";
  private static final String ENTERED_IN_ERROR = "entered-in-error";

  private final MongoCollection<Document> diary;

  /** Which part of a year was not full yet; a full one never empties, so it may only be behind. */
  private final Cache<DiaryKey, Integer> openParts =
      Caffeine.newBuilder().maximumSize(REMEMBERED).build();

  Diary(MongoCollection<Document> diary) {
    this.diary = diary;
  }

  @Override
  public void published(String documentId, SubmissionReceived event) {
    String patientId = event.getPatientId();
    if (patientId == null || event.getInstrument().isEmpty()) {
      return; // nobody's, or nothing that a schedule asks for
    }
    try {
      write(patientId, event);
    } catch (MongoWriteException e) {
      if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
        throw e;
      }
      write(patientId, event); // the year's first two reports came at the same time
    }
  }

  /** What counts as done; both years included. */
  List<Done> of(String patientId, int fromYear, int toYear) {
    Map<String, Document> entries = new HashMap<>();
    List<DiaryKey> parts =
        IntStream.rangeClosed(fromYear, toYear)
            .mapToObj(year -> new DiaryKey(patientId, year, 0))
            .toList();
    while (!parts.isEmpty()) {
      Map<String, Document> found = read(parts);
      found.values().forEach(part -> collect(part, entries));
      parts =
          parts.stream()
              .filter(part -> full(found.get(part.documentId())))
              .map(DiaryKey::next)
              .toList();
    }
    return done(entries);
  }

  private void write(String patientId, SubmissionReceived event) {
    Document entry =
        new Document("questionnaire", event.getInstrument())
            .append("observedAt", Date.from(event.getAuthoredAt()))
            .append("receipt", event.getCorrelationId())
            .append("reporter", event.getReporter().name())
            .append("completeness", event.getCompleteness().name())
            .append("status", event.getReportStatus())
            .append("supersedes", event.getSupersedes());
    diary.updateOne(
        eq("_id", open(patientId, year(event.getAuthoredAt())).documentId()),
        Updates.set(ENTRIES + "." + event.getEventId(), entry),
        new UpdateOptions().upsert(true));
  }

  private DiaryKey open(String patientId, int year) {
    DiaryKey first = new DiaryKey(patientId, year, 0);
    DiaryKey part = first.part(Objects.requireNonNullElse(openParts.getIfPresent(first), 0));
    while (full(diary.find(eq("_id", part.documentId())).first())) {
      part = part.next();
    }
    openParts.put(first, part.number());
    return part;
  }

  private Map<String, Document> read(List<DiaryKey> parts) {
    Map<String, Document> found = new HashMap<>();
    diary
        .find(in("_id", parts.stream().map(DiaryKey::documentId).toList()))
        .forEach(part -> found.put(Objects.requireNonNull(part.getString("_id")), part));
    return found;
  }

  private static void collect(Document part, Map<String, Document> entries) {
    Document all = entries(part);
    all.keySet().forEach(eventId -> entries.put(eventId, all.get(eventId, Document.class)));
  }

  private static boolean full(@Nullable Document part) {
    return part != null && entries(part).size() >= MOST_ENTRIES;
  }

  private static Document entries(Document part) {
    return Objects.requireNonNull(part.get(ENTRIES, Document.class));
  }

  static int year(Instant at) {
    return at.atZone(ZoneOffset.UTC).getYear();
  }

  private static List<Done> done(Map<String, Document> entries) {
    Collection<Document> all = entries.values();
    Set<String> superseded = new HashSet<>();
    all.forEach(entry -> superseded.add(String.valueOf(entry.getString("supersedes"))));
    List<Done> done = new ArrayList<>();
    entries.forEach(
        (eventId, entry) -> {
          if (!superseded.contains(eventId) && counts(entry)) {
            done.add(done(entry));
          }
        });
    return done;
  }

  private static boolean counts(Document entry) {
    return !ENTERED_IN_ERROR.equals(entry.getString("status"))
        && !Completeness.UNREADABLE.name().equals(entry.getString("completeness"));
  }

  private static Done done(Document entry) {
    return new Done(
        Objects.requireNonNull(entry.getString("questionnaire")),
        Objects.requireNonNull(entry.getDate("observedAt")).toInstant(),
        String.valueOf(entry.getString("receipt")),
        String.valueOf(entry.getString("reporter")),
        Completeness.PARTIAL.name().equals(entry.getString("completeness")));
  }
}
