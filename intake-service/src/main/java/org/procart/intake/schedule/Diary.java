package org.procart.intake.schedule;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

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
import org.procart.intake.submission.WhenPublished;
import org.procart.schemas.Completeness;
import org.procart.schemas.SubmissionReceived;

/**
 * Which reports came from a patient: a small document per patient and year of observation, so that
 * a schedule reads no reports. Written before a report leaves the inbox; twice is once.
 */
class Diary implements WhenPublished {

  private static final String ENTRIES = "entries";
  private static final String ENTERED_IN_ERROR = "entered-in-error";

  private final MongoCollection<Document> diary;

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
    List<String> ids =
        IntStream.rangeClosed(fromYear, toYear).mapToObj(year -> id(patientId, year)).toList();
    for (Document year : diary.find(in("_id", ids))) {
      Document all = Objects.requireNonNull(year.get(ENTRIES, Document.class));
      all.keySet().forEach(eventId -> entries.put(eventId, all.get(eventId, Document.class)));
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
        eq("_id", id(patientId, year(event.getAuthoredAt()))),
        Updates.set(ENTRIES + "." + event.getEventId(), entry),
        new UpdateOptions().upsert(true));
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

  private static String id(String patientId, int year) {
    return patientId + "|" + year;
  }
}
