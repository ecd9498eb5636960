package org.procart.alerting.alert;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.procart.alerting.rule.Level;
import org.procart.alerting.rule.Quiet;
import org.procart.schemas.event.EventId;

/**
 * A rule rings because of one event.
 *
 * @param causeId id of the event; the same event changes an alert once
 * @param receipt of the report that caused it
 * @param subject whom it is about
 * @param rule which rule
 * @param evidence why, at least one
 * @param day after infusion; null: not infused or not known
 * @param careStatus of the patient, empty where unknown
 * @param quiet how long the same makes no sound again once somebody took it
 */
public record Ring(
    String causeId,
    @Nullable String receipt,
    Subject subject,
    RuleReference rule,
    List<Evidence> evidence,
    @Nullable Integer day,
    String careStatus,
    Quiet quiet) {

  public Ring {
    if (evidence.isEmpty()) {
      throw new IllegalArgumentException("A ring without evidence");
    }
    evidence = List.copyOf(evidence);
  }

  /** The same, heard by an alert of another rule. */
  public Ring as(RuleReference other) {
    return new Ring(causeId, receipt, subject, other, evidence, day, careStatus, quiet);
  }

  /** The alert that this ring opens, if it opens one. */
  public String alertId() {
    return EventId.of("alert", subject.patientId(), rule.ruleId(), causeId);
  }

  /**
   * Names the one open alert a patient and rule. After a move to another site the old site's alert
   * must not hush the new one's, and reports of nobody known never share one.
   */
  public String openKey() {
    String whom = subject.patientId() == null ? causeId : subject.patientId();
    return EventId.of("open-alert", whom, subject.siteId(), rule.ruleId());
  }

  Picture picture() {
    return Picture.of(evidence).orElseThrow();
  }

  /** What may page somebody: not what is only listed, or was observed long before receipt. */
  Optional<Picture> pagingPicture() {
    return Picture.of(evidence.stream().filter(Evidence::pages).toList());
  }

  /** The same sounds again so long after it sounded, where it may page somebody. */
  boolean breaksTheQuietSince(Instant soundedAt, Instant now) {
    return pagingPicture()
        .filter(heard -> !soundedAt.plus(quiet.of(heard.level())).isAfter(now))
        .isPresent();
  }

  String wording() {
    return worst().wording();
  }

  Level level() {
    return worst().level();
  }

  private Evidence worst() {
    return evidence.stream().max(Comparator.comparing(Evidence::level)).orElseThrow();
  }
}
