package org.procart.alerting.replay;

import java.time.Duration;
import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * A run, as it is kept.
 *
 * @param siteId whose reports; null: those of every site without a set of its own
 * @param by pseudonym of who wanted to know
 * @param done patients, a count
 * @param total patients, a count
 * @param heartbeatAt when it was last known to go on
 * @param failure why there is no report, for people
 */
public record DryRunDocument(
    @BsonId String id,
    String ruleSetId,
    String version,
    @Nullable String siteId,
    String by,
    DryRunState state,
    Integer done,
    Integer total,
    Instant startedAt,
    Instant heartbeatAt,
    @Nullable Instant endedAt,
    @Nullable String failure,
    @Nullable DryRunReport report,
    Instant expiresAt) {

  private static final String DIED = "The instance that did it stopped. Ask again.";

  static DryRunDocument begun(String id, DryRunOrder order, Instant now, Duration kept) {
    return new DryRunDocument(
        id,
        order.contest().candidate().id(),
        order.contest().candidate().version(),
        order.contest().siteId(),
        order.by(),
        DryRunState.RUNNING,
        0,
        0,
        now,
        now,
        null,
        null,
        null,
        now.plus(kept));
  }

  /** The same run; failed when nobody goes on with it. */
  DryRunDocument seenAt(Instant now, Duration silentAfter) {
    boolean died = state == DryRunState.RUNNING && heartbeatAt.plus(silentAfter).isBefore(now);
    return died
        ? new DryRunDocument(
            id,
            ruleSetId,
            version,
            siteId,
            by,
            DryRunState.FAILED,
            done,
            total,
            startedAt,
            heartbeatAt,
            heartbeatAt,
            DIED,
            null,
            expiresAt)
        : this;
  }
}
