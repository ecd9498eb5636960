package org.procart.alerting.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.StringReader;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.procart.alerting.rule.RuleSet.Unheard;

/** What a set may say about reports that do not come. */
class SilenceRuleTest {

  private static final String FORM = "https://example.org/daily";
  private static final String SITE_SET =
      """
      id: of-site
      version: 1.0.0
      site: site-a
      title: Test
      status: test
      rules:
        - id: report-unreadable
          title: Unreadable
          subject: report
          citation: none
          clauses:
            - {id: any, level: RED, when: completeness == "UNREADABLE", wording: Unreadable.}
          examples:
            - {given: {completeness: UNREADABLE}, expect: RED}
      """;
  private static final String SILENCE =
      """
        - id: quiet
          title: Quiet
          subject: silence
          citation: none
          clauses:
            - id: daily
              level: RED
              forms: ["https://example.org/daily"]
              asked: {from: "06:30", until: "10:00"}
              hear: {patient: 0, carer: 0.5, nurse: 2}
              when: day <= 14
              wording: Quiet.
          examples:
            - {given: {instrument: "https://example.org/daily", day: 3}, expect: RED/daily}
      """;

  @Test
  void aClauseSaysUntilWhenAndWhoHearsNext() {
    Unheard unheard = read(SITE_SET + SILENCE).unheard(planned(FORM, 14)).orElseThrow();

    assertThat(unheard.rule().id()).isEqualTo("quiet");
    assertThat(unheard.clause().ladder())
        .isEqualTo(
            new Patience(
                List.of(FORM),
                LocalTime.of(6, 30),
                LocalTime.of(10, 0),
                Duration.ZERO,
                Duration.ofMinutes(30),
                Duration.ofHours(2)));
    assertThat(unheard.clause().ladder().window()).isEqualTo(Duration.ofMinutes(210));
  }

  @Test
  void anotherFormOrAnotherDayIsWaitedForByNobody() {
    RuleSet set = read(SITE_SET + SILENCE);

    assertThat(set.unheard(planned(FORM, 15))).isEmpty();
    assertThat(set.unheard(planned("https://example.org/other", 3))).isEmpty();
  }

  @Test
  void noReportRingsARuleAboutSilence() {
    assertThat(read(SITE_SET + SILENCE).evaluate(planned(FORM, 3), List.of())).isEmpty();
  }

  @Test
  void aSetThatSaysNothingOfSilenceLeavesItToTheDefaultSet() {
    RuleSet silent = read(SITE_SET);
    RuleSet own = read((SITE_SET + SILENCE).replace("site-a", "site-b").replace("of-", "for-"));
    RuleSets sets = new RuleSets(TestRules.defaultSet(), List.of(silent, own));

    assertThat(sets.forSite("site-a", Subject.SILENCE).id()).isEqualTo("default");
    assertThat(sets.forSite("site-b", Subject.SILENCE).id()).isEqualTo("for-site");
    assertThat(sets.forSite("site-b", Subject.STAY).id()).isEqualTo("default");
    assertThat(sets.forSite("site-a").id()).isEqualTo("of-site");
  }

  @ParameterizedTest
  @CsvSource({"71.9, 0", "72, 1", "96, 1"})
  void aLongStayIsAskedAbout(double hours, int rings) {
    assertThat(TestRules.defaultSet().stay(planned("", 5), hours)).hasSize(rings);
  }

  @ParameterizedTest(name = "{1}: {3}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ["https://example.org/daily"] | []        | 20 | the clause names no form
          "06:30"                       | "6:30"    | 23 | a time such as "08:00"
          "06:30"                       | "10:00"   | 23 | 'from' must be before 'until'
          carer: 0.5                    | carer: 3  | 24 | the patient must hear first
          nurse: 2                      | nurse: 169 | 24 | hours from 0 to 168
          nurse: 2                      | nurse: -1 | 24 | hours from 0 to 168
          subject: silence              | subject: report | 20 | only a rule with 'subject: silence'
          expect: RED/daily             | expect: none | 28 | the example expects none
          """)
  void aFaultyClauseRefusesTheSet(String good, String bad, int line, String reason) {
    RuleSetRefusedException refusal =
        catchThrowableOfType(
            RuleSetRefusedException.class, () -> read(SITE_SET + SILENCE.replace(good, bad)));

    assertThat(refusal.faults())
        .anySatisfy(
            fault -> {
              assertThat(fault.line()).isEqualTo(line);
              assertThat(fault.reason()).contains(reason);
            });
  }

  @ParameterizedTest
  @CsvSource({
    "'patient: 0, carer: 0.5, nurse: 2', 'patient: 1, carer: 1, nurse: 1'",
    "'patient: 0, carer: 0.5, nurse: 2', 'patient: 0, carer: 0, nurse: 168'",
  })
  void allMayHearAtOnceAndTheNurseAfterAWeekAtTheLatest(String good, String other) {
    assertThat(read(SITE_SET + SILENCE.replace(good, other)).speaksOf(Subject.SILENCE)).isTrue();
  }

  private static RuleSet read(String file) {
    return RuleSetReader.read("test.yml", new StringReader(file));
  }

  private static ReportFacts planned(String form, @Nullable Integer day) {
    return new ReportFacts(form, "", "", "", "ACTIVE", day, Map.of());
  }
}
