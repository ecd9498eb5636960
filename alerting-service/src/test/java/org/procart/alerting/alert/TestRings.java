package org.procart.alerting.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.procart.alerting.rule.Direction;
import org.procart.alerting.rule.Level;
import org.procart.alerting.rule.Quiet;

/** Rings of one rule for one patient. */
public final class TestRings {

  public static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
  static final RuleReference RULE =
      new RuleReference("pro-ctcae-symptoms", "Severe symptom", "default", "1.0.0");

  private final String cause;
  private final List<Evidence> evidence = new ArrayList<>();
  private boolean longAgo;
  private boolean listOnly;
  private @Nullable String patientId = "patient-1";
  private RuleReference rule = RULE;
  private String siteId = "site-a";

  private TestRings(String cause) {
    this.cause = cause;
  }

  public static TestRings ring(String cause) {
    return new TestRings(cause);
  }

  TestRings observedLongAgo() {
    longAgo = true;
    return this;
  }

  TestRings forTheWorkListOnly() {
    listOnly = true;
    return this;
  }

  TestRings ofNobodyKnown() {
    patientId = null;
    return this;
  }

  public TestRings of(String patient) {
    patientId = patient;
    return this;
  }

  TestRings by(String ruleId) {
    rule = new RuleReference(ruleId, "Rule", "default", "1.0.0");
    return this;
  }

  TestRings at(String site) {
    siteId = site;
    return this;
  }

  public TestRings red(String scale, double value) {
    return add(Level.RED, scale, value);
  }

  public TestRings amber(String scale, double value) {
    return add(Level.AMBER, scale, value);
  }

  private TestRings add(Level level, String scale, double value) {
    evidence.add(
        new Evidence(
            cause,
            cause + "-submission",
            "RCPT-" + cause,
            scale,
            value,
            null,
            null,
            Direction.HIGHER_WORSE,
            null,
            "clause",
            level,
            level + " wording",
            "PATIENT",
            NOW,
            NOW,
            longAgo,
            listOnly));
    return this;
  }

  public Ring build() {
    return new Ring(
        cause,
        "RCPT-" + cause,
        new Subject(patientId, siteId, false),
        rule,
        evidence,
        5,
        "ACTIVE",
        Quiet.DEFAULT);
  }
}
