package org.procart.alerting.replay;

import java.io.StringReader;
import org.jspecify.annotations.Nullable;
import org.procart.alerting.rule.RuleSet;
import org.procart.alerting.rule.RuleSetReader;

/** Small sets whose effect can be counted by hand. */
final class TestSets {

  static final String FEVER = "fever";
  static final String PAIN = "pain";

  private TestSets() {}

  /** RED from this temperature on, AMBER from 37.5; pain is AMBER when it rises by 2. */
  static RuleSet feverFrom(double limit) {
    return RuleSetReader.read(
        "fever " + limit, new StringReader(text("watch", "from-" + limit, null, limit)));
  }

  static String text(String id, String version, @Nullable String site, double limit) {
    return """
    id: %s
    version: %s%s
    title: A small set
    status: approved
    rules:
      - id: fever
        title: Fever
        subject: scale
        citation: By hand.
        clauses:
          - id: high
            level: RED
            when: hasValue && value >= %s
            scales: ["temperature"]
            wording: Fever.
          - id: warm
            level: AMBER
            when: hasValue && value >= 37.5
            scales: ["temperature"]
            wording: Warm.
        examples:
          - {given: {scale: temperature, value: 40}, expect: RED/high}
          - {given: {scale: temperature, value: 36}, expect: none}
      - id: pain
        title: Pain
        subject: scale
        citation: By hand.
        clauses:
          - id: rises
            level: AMBER
            when: hasValue && hasPrevious && rise >= 2.0
            scales: ["pain"]
            wording: Pain rises.
        examples:
          - {given: {scale: pain, value: 2}, expect: none}
      - id: report-unreadable
        title: A report could not be read
        subject: report
        citation: Hazard log.
        clauses:
          - {id: unreadable, level: RED, when: completeness == "UNREADABLE", wording: Unreadable.}
        examples:
          - {given: {completeness: UNREADABLE}, expect: RED/unreadable}
    """
        .formatted(id, version, site == null ? "" : "\nsite: " + site, limit);
  }
}
