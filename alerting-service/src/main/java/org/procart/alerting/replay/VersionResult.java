package org.procart.alerting.replay;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What would have come of one version.
 *
 * @param notReplayed ids of its rules that no report decides, for example about silence
 * @param accuracy against what really was; null: nobody said what was
 */
public record VersionResult(
    String ruleSetId,
    String version,
    Load load,
    List<RuleLoad> rules,
    List<String> notReplayed,
    @Nullable Accuracy accuracy) {}
