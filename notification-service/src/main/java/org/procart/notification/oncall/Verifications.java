package org.procart.notification.oncall;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.Document;
import org.procart.chassis.problem.ProblemException;
import org.springframework.http.HttpStatus;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.stereotype.Component;

/** Codes that were sent, hashed so that a reader of the store cannot use them in their time. */
@Component
class Verifications {

  static final Duration LIFE = Duration.ofMinutes(15);
  private static final Duration WINDOW = Duration.ofHours(1);
  private static final int MOST_CODES = 3;
  private static final int MOST_TRIES = 5;
  private static final String TRIES = "tries";
  private static final String EXPIRES_AT = "expiresAt";

  private final MongoCollection<Document> codes;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();
  private final BCryptPasswordEncoder hashes = new BCryptPasswordEncoder();

  Verifications(MongoDatabase database, Clock clock) {
    this.codes = database.getCollection("contact_codes");
    this.clock = clock;
  }

  /** A new code for the contact; the one before is void. */
  String make(String contactId) {
    Instant now = clock.instant();
    codes.deleteMany(lt(EXPIRES_AT, Date.from(now.minus(WINDOW))));
    Optional<Document> known = Optional.ofNullable(codes.find(eq("_id", contactId)).first());
    List<Date> lately =
        known.stream()
            .flatMap(document -> document.getList("sent", Date.class).stream())
            .filter(sent -> sent.toInstant().isAfter(now.minus(WINDOW)))
            .toList();
    if (lately.size() >= MOST_CODES) {
      throw refusal(
          HttpStatus.TOO_MANY_REQUESTS,
          "too-many-codes",
          "Three codes an hour go to one contact; ask again after "
              + lately.getFirst().toInstant().plus(WINDOW).plusSeconds(1)
              + ".");
    }
    String code = "%06d".formatted(random.nextInt(1_000_000));
    Document document =
        new Document("_id", contactId)
            .append("hash", hashes.encode(code))
            .append(TRIES, 0)
            .append(EXPIRES_AT, Date.from(now.plus(LIFE)))
            .append("sent", Stream.concat(lately.stream(), Stream.of(Date.from(now))).toList());
    boolean mine = known.map(before -> replace(before, document)).orElseGet(() -> insert(document));
    if (!mine) {
      throw refusal(
          HttpStatus.CONFLICT, "just-asked", "Another code was just asked for; use that one.");
    }
    return code;
  }

  /** Returns when it is the right one, which can be used once. Counted before it is looked at. */
  void use(String contactId, String code) {
    Document known = codes.find(eq("_id", contactId)).first();
    if (known == null || !live(known)) {
      throw refusal(
          HttpStatus.CONFLICT, "code-expired", "No code is open for this contact; ask for one.");
    }
    Document counted =
        codes.findOneAndUpdate(
            and(
                eq("_id", contactId),
                eq("hash", known.get("hash")),
                lt(TRIES, MOST_TRIES),
                gt(EXPIRES_AT, Date.from(clock.instant()))),
            inc(TRIES, 1));
    if (counted == null) {
      throw refusal(
          HttpStatus.CONFLICT,
          "too-many-tries",
          "This code was tried too often; ask for a new one.");
    }
    if (!hashes.matches(code, counted.get("hash", ""))) {
      throw refusal(
          HttpStatus.UNPROCESSABLE_CONTENT,
          "wrong-code",
          "This is not the code that was sent last. Tries left: "
              + (MOST_TRIES - 1 - counted.get(TRIES, 0))
              + ".");
    }
    // Kept a while, so that the codes of the hour stay counted.
    codes.updateOne(eq("hash", known.get("hash")), set(EXPIRES_AT, Date.from(clock.instant())));
  }

  private boolean live(Document known) {
    Date until = known.getDate(EXPIRES_AT);
    return until != null && clock.instant().isBefore(until.toInstant());
  }

  private boolean replace(Document before, Document after) {
    return codes
            .replaceOne(and(eq("_id", before.get("_id")), eq("hash", before.get("hash"))), after)
            .getMatchedCount()
        > 0;
  }

  private boolean insert(Document document) {
    try {
      codes.insertOne(document);
      return true;
    } catch (MongoWriteException e) {
      if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
        return false;
      }
      throw e;
    }
  }

  private static ProblemException refusal(HttpStatus status, String code, String cure) {
    return new ProblemException(status, code, cure);
  }
}
