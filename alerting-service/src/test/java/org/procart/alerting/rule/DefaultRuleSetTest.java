package org.procart.alerting.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DefaultRuleSetTest {

  private final RuleSet rules = TestRules.defaultSet();
  private static final ReportFacts REPORT =
      new ReportFacts("q", "pro-ctcae", "COMPLETE", "PATIENT", "ACTIVE", 5, Map.of());

  @ParameterizedTest(name = "previous {0}, now {1}: {2}")
  @CsvFileSource(resources = "/vectors/alert_rule_ge3_or_plus2.csv", numLinesToSkip = 1)
  void rawAnswersFollowThePublishedTable(
      @Nullable Double previous, double current, String alert, @Nullable String reason) {
    List<Finding> findings = findings(raw("proctcae-10a-sev", current, previous));

    assertThat(!findings.isEmpty()).isEqualTo("yes".equals(alert));
    assertThat(findings).allMatch(finding -> finding.level() == Level.AMBER);
  }

  @ParameterizedTest
  @CsvSource({"0,", "1,", "2,AMBER", "3,RED"})
  void compositeGradesRingAtTheirLevel(int grade, @Nullable Level level) {
    List<Finding> findings =
        findings(
            new ScaleFacts(
                "proctcae-10",
                (double) grade,
                grade,
                null,
                Compared.NOTHING,
                false,
                Direction.HIGHER_WORSE));

    assertThat(findings)
        .extracting(Finding::level)
        .isEqualTo(level == null ? List.of() : List.of(level));
  }

  @ParameterizedTest
  @ValueSource(strings = {"19a-sev", "46a-sev", "47a-sev", "74b-sev", "78b-sev"})
  void severeSafetySymptomsAreRed(String item) {
    assertThat(findings(raw("proctcae-" + item, 3, 3.0)))
        .extracting(Finding::level, Finding::clauseId)
        .containsExactly(tuple(Level.RED, "safety-severe"));
    assertThat(findings(raw("proctcae-" + item, 2, 2.0))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"19b-int", "46b-int", "74a-frq", "78a-frq"})
  void otherAttributesOfSafetyTermsAreAmber(String item) {
    assertThat(findings(raw("proctcae-" + item, 4, null)))
        .extracting(Finding::level)
        .containsExactly(Level.AMBER);
  }

  @ParameterizedTest
  @CsvSource({
    "24a-yn,1,,true",
    "24a-yn,1,0,true",
    "24a-yn,1,1,false",
    "24a-yn,0,,false",
    "29a-yn,1,0,true",
    "73a-yn,1,0,true",
    "28a-yn,1,0,false"
  })
  void onlyNewSkinSignsRing(String item, double now, @Nullable Double before, boolean rings) {
    assertThat(!findings(raw("proctcae-" + item, now, before)).isEmpty()).isEqualTo(rings);
  }

  @Test
  void aSevereAnswerWithoutCompositeSaysSo() {
    ScaleFacts facts =
        new ScaleFacts(
            "proctcae-48b-sev", 3.0, null, null, Compared.NOTHING, true, Direction.HIGHER_WORSE);

    assertThat(findings(facts)).extracting(Finding::clauseId).containsExactly("raw-3-ungraded");
  }

  @Test
  void anAverageOrMissingValueStaysSilent() {
    assertThat(
            findings(
                new ScaleFacts(
                    "proctcae-acs",
                    3.0,
                    null,
                    null,
                    Compared.NOTHING,
                    false,
                    Direction.HIGHER_WORSE)))
        .isEmpty();
    assertThat(
            findings(
                new ScaleFacts(
                    "proctcae-19a-sev",
                    null,
                    null,
                    "incomplete",
                    Compared.withPrevious(0.0),
                    true,
                    Direction.HIGHER_WORSE)))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"-1,AMBER", "0,RED", "30,RED", "31,AMBER", ",RED"})
  void unreadableReportsRingByDay(@Nullable Integer day, Level level) {
    ReportFacts report = new ReportFacts("", "none", "UNREADABLE", "UNKNOWN", "", day, Map.of());

    List<RuleSet.Ringing> ringing = rules.evaluate(report, List.of());

    assertThat(ringing).hasSize(1);
    assertThat(ringing.getFirst().rule().id()).isEqualTo("report-unreadable");
    assertThat(ringing.getFirst().findings())
        .extracting(Finding::level, Finding::scale)
        .containsExactly(tuple(level, Finding.WHOLE_REPORT));
  }

  private List<Finding> findings(ScaleFacts facts) {
    return rules.evaluate(REPORT, List.of(facts)).stream()
        .flatMap(ringing -> ringing.findings().stream())
        .toList();
  }

  private static ScaleFacts raw(String scale, double value, @Nullable Double previous) {
    return new ScaleFacts(
        scale, value, null, null, Compared.withPrevious(previous), false, Direction.HIGHER_WORSE);
  }
}
