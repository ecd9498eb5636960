package org.procart.alerting.replay;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps runs and what came of them. */
interface DryRunStore {

  void begin(DryRunDocument run);

  void progress(String id, int done, int total, Instant now);

  /**
   * @param failure why there is no report
   */
  void end(
      String id,
      DryRunState how,
      Instant now,
      @Nullable String failure,
      @Nullable DryRunReport report);

  Optional<DryRunDocument> find(String id);
}
