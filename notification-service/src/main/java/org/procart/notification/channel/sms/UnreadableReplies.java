package org.procart.notification.channel.sms;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Date;
import java.util.HexFormat;
import org.bson.Document;
import org.bson.types.Binary;
import org.procart.chassis.alarm.OperationsAlarms;
import org.springframework.stereotype.Component;

/** Somebody wrote to us, and what came cannot be read: kept, and a person looks at it. */
@Component
class UnreadableReplies {

  private final MongoCollection<Document> kept;
  private final OperationsAlarms alarms;
  private final Clock clock;

  UnreadableReplies(MongoDatabase database, OperationsAlarms alarms, Clock clock) {
    this.kept = database.getCollection("inbound_unreadable");
    this.alarms = alarms;
    this.clock = clock;
  }

  void keep(String supplier, byte[] body) {
    String id = supplier + ":" + digest(body);
    kept.replaceOne(
        eq("_id", id),
        new Document("_id", id)
            .append("supplier", supplier)
            .append("body", new Binary(body))
            .append("at", Date.from(clock.instant())),
        new ReplaceOptions().upsert(true));
    alarms.raise(
        "SMS_REPLY_UNREADABLE",
        null,
        "A reply by SMS cannot be read and got no answer. Look at inbound_unreadable.");
  }

  private static String digest(byte[] body) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
