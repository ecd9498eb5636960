package org.procart.alerting.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.procart.alerting.replay.Difference.Example;
import org.procart.alerting.replay.Difference.OfRule;
import org.procart.alerting.rule.Level;

/** Counts where two sets differ, patient after patient. */
final class DifferenceTally {

  private static final int EXAMPLES = 200;

  private final OneSided added = new OneSided();
  private final OneSided removed = new OneSided();
  private int toRed;
  private int toAmber;

  private static final class OneSided {
    private final Map<String, OfRule> byRule = new TreeMap<>();
    private final List<Example> first = new ArrayList<>();

    private void add(Rung rung) {
      OfRule one = new OfRule(rung.place().ruleId(), 1, rung.sounds() ? 1 : 0);
      byRule.merge(one.ruleId(), one, OneSided::sum);
      if (first.size() < EXAMPLES) {
        first.add(example(rung));
      }
    }

    private static OfRule sum(OfRule one, OfRule other) {
      return new OfRule(
          one.ruleId(), one.reports() + other.reports(), one.sounding() + other.sounding());
    }

    private List<OfRule> rules() {
      return List.copyOf(byRule.values());
    }
  }

  void add(PatientOutcome outcome) {
    Map<Rung.Place, Rung> candidate = outcome.candidate().rung();
    Map<Rung.Place, Rung> compared = outcome.compared().rung();
    for (Rung rung : candidate.values()) {
      Rung other = compared.get(rung.place());
      if (other == null) {
        added.add(rung);
      } else if (rung.level() != other.level()) {
        toRed += rung.level() == Level.RED ? 1 : 0;
        toAmber += rung.level() == Level.RED ? 0 : 1;
      }
    }
    compared.values().stream()
        .filter(rung -> !candidate.containsKey(rung.place()))
        .forEach(removed::add);
  }

  Difference difference() {
    return new Difference(
        added.rules(),
        removed.rules(),
        toRed,
        toAmber,
        List.copyOf(added.first),
        List.copyOf(removed.first));
  }

  private static Example example(Rung rung) {
    return new Example(
        Objects.requireNonNull(rung.patientId(), "only reports of known patients are replayed"),
        rung.siteId(),
        rung.receipt(),
        rung.observedAt(),
        rung.place().ruleId(),
        rung.clauseId(),
        rung.level(),
        rung.sounds());
  }
}
