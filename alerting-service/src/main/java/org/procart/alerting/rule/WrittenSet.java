package org.procart.alerting.rule;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.procart.schemas.event.EventId;

/**
 * One version of a rule set as a person wrote it; in force only once somebody else released it.
 *
 * @param site null: the set of every site without its own
 * @param text the file
 * @param author who wrote it
 */
public record WrittenSet(
    String id,
    String version,
    @Nullable String site,
    String title,
    String text,
    String author,
    Instant writtenAt) {

  /** SHA-256 of the text, hexadecimal. */
  public String digest() {
    return EventId.of("rule-set-text", text);
  }
}
