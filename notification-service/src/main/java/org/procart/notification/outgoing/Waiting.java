package org.procart.notification.outgoing;

import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.procart.notification.channel.ChannelKind;
import org.procart.notification.channel.Message;
import org.procart.notification.channel.Urgency;

/**
 * A message that waits, as it was read.
 *
 * @param owner who has the words; null: they lie here
 * @param tries begun so far
 * @param unclear tries of which nobody knows whether the supplier has it
 * @param outcome the last word, if its owner has not noted it yet
 */
record Waiting(
    String id,
    ChannelKind channel,
    @Nullable String owner,
    @Nullable Message message,
    int tries,
    int unclear,
    Instant expiresAt,
    @Nullable Outcome outcome) {

  static Waiting with(String id, ChannelKind channel, Message message, Instant expiresAt) {
    return new Waiting(id, channel, null, message, 0, 0, expiresAt, null);
  }

  static Waiting of(String owner, String id, ChannelKind channel, Instant expiresAt) {
    return new Waiting(id, channel, owner, null, 0, 0, expiresAt, null);
  }

  Document toDocument(Instant dueAt) {
    Document document =
        new Document("_id", id)
            .append("channel", channel.code())
            .append("tries", tries)
            .append("dueAt", Date.from(dueAt))
            .append("expiresAt", Date.from(expiresAt));
    if (owner != null) {
      document.append("owner", owner);
    }
    if (message != null) {
      document
          .append("address", message.address())
          .append("subject", message.subject())
          .append("text", message.text())
          .append("urgency", message.urgency().name());
    }
    return document;
  }

  static Waiting read(Document document) {
    return new Waiting(
        document.get("_id", ""),
        ChannelKind.of(document.get("channel", "")),
        document.getString("owner"),
        message(document),
        document.get("tries", 0),
        document.get("unclear", 0),
        Objects.requireNonNull(document.getDate("expiresAt")).toInstant(),
        outcome(document));
  }

  private static @Nullable Message message(Document document) {
    String address = document.getString("address");
    return address == null
        ? null
        : Message.mail(
            address,
            document.get("subject", ""),
            document.get("text", ""),
            null,
            Urgency.valueOf(document.get("urgency", Urgency.ANSWER.name())));
  }

  private static @Nullable Outcome outcome(Document document) {
    String state = document.getString("outcome");
    return state == null
        ? null
        : new Outcome(Outcome.State.valueOf(state), document.getString("reason"));
  }
}
