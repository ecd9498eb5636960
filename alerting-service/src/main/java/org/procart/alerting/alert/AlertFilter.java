package org.procart.alerting.alert;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.procart.alerting.rule.Level;

/**
 * Which alerts to list.
 *
 * @param states any of these
 * @param sites only of these; null: of all, also of none
 * @param level only of this; null: of any
 * @param patientId only of this; null: of any
 * @param synthetic true lists proof-of-life patients instead of real ones
 */
public record AlertFilter(
    Set<AlertState> states,
    @Nullable Set<String> sites,
    @Nullable Level level,
    @Nullable String patientId,
    boolean synthetic) {}
