package org.procart.alerting.replay;

import java.util.Map;
import java.util.TreeMap;
import org.procart.alerting.alert.Alert;
import org.procart.alerting.alert.Episode;

/** Counts alerts that were really opened. */
final class ActedOnTally {

  private final Map<String, int[]> byRule = new TreeMap<>();

  void add(Alert alert) {
    Episode episode = alert.episode();
    int[] counts = byRule.computeIfAbsent(episode.heard().rule().ruleId(), _ -> new int[] {0, 0});
    counts[0]++;
    counts[1] += episode.response().actions().isEmpty() ? 0 : 1;
  }

  ActedOn actedOn() {
    int alerts = byRule.values().stream().mapToInt(counts -> counts[0]).sum();
    int actedOn = byRule.values().stream().mapToInt(counts -> counts[1]).sum();
    return new ActedOn(
        alerts,
        actedOn,
        Share.of(actedOn, alerts),
        byRule.entrySet().stream()
            .map(
                rule ->
                    new ActedOn.OfRule(
                        rule.getKey(),
                        rule.getValue()[0],
                        rule.getValue()[1],
                        Share.of(rule.getValue()[1], rule.getValue()[0])))
            .toList());
  }
}
