package org.procart.alerting.score;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.procart.alerting.alert.Evidence;
import org.procart.alerting.alert.Ring;
import org.procart.alerting.alert.RuleReference;
import org.procart.alerting.alert.Subject;
import org.procart.alerting.history.ScoredReport;
import org.procart.alerting.rule.Finding;
import org.procart.alerting.rule.Rule;
import org.procart.alerting.rule.RuleSet;

/** Turns a judgement into rings, one a rule. */
public final class Rings {

  private final ScoredReport cause;
  private final Subject subject;
  private final RuleSet rules;
  private final Duration observedWithin;

  public Rings(
      ScoredReport cause, @Nullable String siteId, RuleSet rules, Duration observedWithin) {
    this.cause = cause;
    this.subject = new Subject(cause.patientId(), siteId, cause.synthetic());
    this.rules = rules;
    this.observedWithin = observedWithin;
  }

  public List<Ring> of(Judgement judgement) {
    return judgement.rings().entrySet().stream().map(this::ring).toList();
  }

  private Ring ring(Map.Entry<Rule, List<Judgement.Heard>> heard) {
    Rule rule = heard.getKey();
    return new Ring(
        cause.scoreId(),
        cause.receipt(),
        subject,
        new RuleReference(rule.id(), rule.title(), rules.id(), rules.version()),
        heard.getValue().stream().map(this::evidence).toList(),
        cause.day(),
        cause.careStatus(),
        rule.quiet());
  }

  private Evidence evidence(Judgement.Heard heard) {
    ScoredReport report = heard.report();
    Finding finding = heard.finding();
    return new Evidence(
        report.scoreId(),
        report.submissionId(),
        report.receipt(),
        finding.scale(),
        finding.value(),
        finding.grade(),
        finding.previous(),
        finding.direction(),
        finding.step(),
        finding.clauseId(),
        finding.level(),
        finding.wording(),
        report.reporter(),
        report.observedAt(),
        report.receivedAt(),
        isLongAgo(report),
        finding.listOnly());
  }

  /** Measured at the receipt that made it ring, which may be a later one than the report's own. */
  private boolean isLongAgo(ScoredReport report) {
    return report.observedAt().plus(observedWithin).isBefore(cause.receivedAt());
  }
}
