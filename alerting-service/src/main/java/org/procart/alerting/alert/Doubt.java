package org.procart.alerting.alert;

import org.jspecify.annotations.Nullable;

/**
 * What rang may not ring any more.
 *
 * @param submissionId report whose evidence is in doubt
 * @param ruleId only alerts of this rule; null: of any
 * @param correction what to note there
 */
public record Doubt(String submissionId, @Nullable String ruleId, Correction correction) {

  boolean concerns(Alert alert) {
    Episode episode = alert.episode();
    return (ruleId == null || ruleId.equals(episode.heard().rule().ruleId()))
        && episode.hasEvidenceFrom(submissionId);
  }
}
