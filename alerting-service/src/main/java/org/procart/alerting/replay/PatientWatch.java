package org.procart.alerting.replay;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.procart.alerting.alert.Ring;
import org.procart.alerting.history.PatientSeries;
import org.procart.alerting.history.ScoredReport;
import org.procart.alerting.rule.RuleSet;
import org.procart.alerting.score.Judgement;
import org.procart.alerting.score.Rings;

/** What would have rung for one patient under one set. */
final class PatientWatch {

  private final RuleSet rules;
  private final Terms terms;
  private final Map<String, ReplayedAlert> open = new HashMap<>();
  private final List<ReplayedAlert> alerts = new ArrayList<>();
  private final Map<Rung.Place, Rung> rung = new LinkedHashMap<>();

  PatientWatch(RuleSet rules, Terms terms) {
    this.rules = rules;
    this.terms = terms;
  }

  /**
   * @param series all that is known when the report comes, itself too
   */
  void receive(ScoredReport report, @Nullable String siteId, PatientSeries series) {
    Judgement judgement = Judgement.of(report, series, rules);
    new Rings(report, siteId, rules, terms.observedWithin())
        .of(judgement)
        .forEach(ring -> note(ring, hear(ring, report.receivedAt())));
  }

  /** All, whether over or not, in the order in which they were raised. */
  List<ReplayedAlert> alerts() {
    return alerts;
  }

  Map<Rung.Place, Rung> rung() {
    return rung;
  }

  private boolean hear(Ring ring, Instant at) {
    String key = ring.openKey();
    ReplayedAlert alert = open.get(key);
    if (alert != null && !alert.isOver(at, terms.episode())) {
      return alert.hear(ring, at);
    }
    ReplayedAlert raised = ReplayedAlert.raise(ring, at);
    open.put(key, raised);
    alerts.add(raised);
    return raised.sounded();
  }

  private void note(Ring ring, boolean sounds) {
    ring.evidence().stream()
        .map(evidence -> Rung.of(evidence, ring, sounds))
        .forEach(one -> rung.merge(one.place(), one, Rung::with));
  }
}
