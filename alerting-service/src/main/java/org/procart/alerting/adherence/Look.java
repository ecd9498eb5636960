package org.procart.alerting.adherence;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one look at a patient's planned reports shows.
 *
 * @param acts to be done now
 * @param nextAt when to look again; null: never
 * @param blocked true when something is due that cannot be judged yet
 */
record Look(List<Act> acts, @Nullable Instant nextAt, boolean blocked) {

  static final Look NOTHING = new Look(List.of(), null, false);
}
