package org.procart.alerting.worklist;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.procart.alerting.alert.Alert;
import org.procart.alerting.alert.AlertState;
import org.procart.alerting.alert.Episode;
import org.procart.alerting.alert.Heard;
import org.procart.alerting.alert.Hush;
import org.procart.alerting.alert.Sounding;
import org.procart.alerting.alert.Subject;
import org.procart.alerting.rule.Level;

/**
 * An alert in a list. Without clinical content for operators: whom and why are then null.
 *
 * @param pageable false: listed only, notPagedReason says why
 * @param repeats rings without a sound, a count
 * @param dayAfterInfusion at the latest ring
 */
public record AlertSummary(
    String alertId,
    long revision,
    AlertState state,
    Level level,
    @Nullable String siteId,
    @Nullable String patientId,
    @Nullable String ruleId,
    @Nullable String ruleTitle,
    @Nullable String wording,
    Instant openedAt,
    SoundingView sounding,
    boolean pageable,
    @Nullable String notPagedReason,
    int repeats,
    @Nullable Integer dayAfterInfusion,
    @Nullable String careStatus,
    boolean synthetic) {

  /**
   * The current sounding.
   *
   * @param number a count from 1
   * @param reason RAISED, WORSENED, RE_PAGED or RE_ARMED
   */
  public record SoundingView(int number, Instant at, String reason) {

    static SoundingView of(Sounding sounding) {
      return new SoundingView(sounding.number(), sounding.at(), sounding.reason().name());
    }
  }

  static AlertSummary of(Alert alert, boolean clinical) {
    Episode episode = alert.episode();
    Heard heard = episode.heard();
    Subject subject = episode.origin().subject();
    return new AlertSummary(
        episode.alertId(),
        episode.revision(),
        AlertState.of(alert),
        episode.level(),
        subject.siteId(),
        clinical ? subject.patientId() : null,
        clinical ? heard.rule().ruleId() : null,
        clinical ? heard.rule().title() : null,
        clinical ? heard.wording() : null,
        episode.origin().openedAt(),
        SoundingView.of(episode.sounding()),
        episode.pageable(),
        episode.notPaged().map(Hush::name).orElse(null),
        heard.repeats(),
        clinical ? heard.day() : null,
        clinical ? heard.careStatus() : null,
        subject.synthetic());
  }
}
