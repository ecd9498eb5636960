package org.procart.alerting.alert;

import java.time.Instant;
import java.util.Optional;
import org.procart.alerting.rule.Level;

/**
 * What is known of an alert in any of its states.
 *
 * @param revision a count from 1
 */
public record Episode(
    Origin origin, Long revision, Heard heard, Paging paging, Response response, Story story) {

  static Episode begin(Ring ring, Instant now) {
    return new Episode(
        new Origin(ring.alertId(), ring.openKey(), ring.subject(), now),
        0L,
        Heard.first(ring),
        Paging.first(ring, now),
        Response.NONE,
        Story.UNTOLD);
  }

  public String alertId() {
    return origin.alertId();
  }

  public Level level() {
    return heard.shown().level();
  }

  public Sounding sounding() {
    return paging.sounding();
  }

  public boolean pageable() {
    return paging.picture() != null;
  }

  /** Why nobody is paged; empty: somebody is. */
  public Optional<Hush> notPaged() {
    return pageable() ? Optional.empty() : Optional.of(Hush.of(heard.evidence()));
  }

  public boolean wasChangedBy(String causeId) {
    return story.knows(causeId);
  }

  public boolean hasEvidenceFrom(String submissionId) {
    return heard.evidence().stream().anyMatch(one -> one.submissionId().equals(submissionId));
  }

  Episode with(Heard next) {
    return new Episode(origin, revision, next, paging, response, story);
  }

  Episode with(Paging next) {
    return new Episode(origin, revision, heard, next, response, story);
  }

  Episode with(Response next) {
    return new Episode(origin, revision, heard, paging, next, story);
  }

  /** The next revision, with its line in the story and the event that caused it. */
  Episode told(TimelineEntry entry, String causeId) {
    return new Episode(origin, revision + 1, heard, paging, response, story.with(entry, causeId));
  }
}
