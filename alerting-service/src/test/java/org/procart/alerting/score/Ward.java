package org.procart.alerting.score;

import static org.procart.alerting.history.TestReports.DAY_ZERO;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.procart.alerting.alert.Alert;
import org.procart.alerting.alert.Evidence;
import org.procart.alerting.alert.Ring;
import org.procart.alerting.history.PatientSeries;
import org.procart.alerting.history.ScoredReport;
import org.procart.alerting.rule.RuleSet;

/** One patient's alerts while reports come in, as the service goes about it; nobody answers. */
final class Ward {

  static final Duration OBSERVED_WITHIN = Duration.ofHours(72);

  private final RuleSet rules;
  private final List<ScoredReport> known = new ArrayList<>();
  private final Set<String> superseded = new HashSet<>();
  private final Set<String> followed = new HashSet<>();
  private final Map<String, Alert.Live> alerts = new TreeMap<>();
  private final Set<Rung> rung = new LinkedHashSet<>();

  Ward(RuleSet rules) {
    this.rules = rules;
  }

  /** Why a rule rang, as far as it is the same in whatever order reports come. */
  record Rung(String rule, String scoreId, String scale, String clause, Double value) {

    static Rung of(Ring ring, Evidence evidence) {
      return new Rung(
          ring.rule().ruleId(),
          evidence.scoreId(),
          evidence.scale(),
          evidence.clauseId(),
          evidence.value() == null ? -1 : evidence.value());
    }
  }

  static Ward receiving(RuleSet rules, List<ScoredReport> reports) {
    Ward ward = new Ward(rules);
    reports.forEach(ward::receive);
    return ward;
  }

  /** What was followed through before is known, and done. */
  void receive(ScoredReport report) {
    if (!followed.contains(report.scoreId())) {
      rings(report).forEach(this::hear);
      followed.add(report.scoreId());
    }
  }

  /**
   * Dies on the way: the report is kept, some alerts heard it, and nothing says that it is done.
   */
  void dieOver(ScoredReport report, int ringsHeard) {
    rings(report).stream().limit(ringsHeard).forEach(this::hear);
  }

  /** By rule. */
  Map<String, Alert.Live> alerts() {
    return alerts;
  }

  /** All evidence, however old. */
  Set<Rung> rung() {
    return rung;
  }

  private List<Ring> rings(ScoredReport report) {
    if (known.stream().noneMatch(one -> one.scoreId().equals(report.scoreId()))) {
      known.add(report);
    }
    if (report.supersedes() != null) {
      superseded.add(report.supersedes());
    }
    PatientSeries series = new PatientSeries(known, superseded);
    Judgement judgement = Judgement.of(report, series, rules);
    return new Rings(report, "site-a", rules, OBSERVED_WITHIN).of(judgement);
  }

  private void hear(Ring ring) {
    ring.evidence().forEach(one -> rung.add(Rung.of(ring, one)));
    alerts.compute(
        ring.rule().ruleId(),
        (rule, open) ->
            open == null
                ? (Alert.Live) Alert.raise(ring, DAY_ZERO).after()
                : open.episode().wasChangedBy(ring.causeId())
                    ? open
                    : (Alert.Live) open.hear(ring, DAY_ZERO).after());
  }
}
