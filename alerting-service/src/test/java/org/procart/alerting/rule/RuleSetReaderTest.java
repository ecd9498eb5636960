package org.procart.alerting.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.StringReader;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleSetReaderTest {

  private static final String GOOD =
      """
      id: test
      version: 1.0.0
      title: Test
      status: proposal
      settings:
        listed: ["19"]
      rules:
        - id: report-unreadable
          title: Unreadable
          subject: report
          citation: none
          clauses:
            - {id: any, level: RED, when: completeness == "UNREADABLE", wording: Unreadable.}
          examples:
            - {given: {completeness: UNREADABLE}, expect: RED}
        - id: severe
          title: Severe
          subject: scale
          citation: none
          clauses:
            - id: three
              level: RED
              scales: ["proctcae-???-sev"]
              when: |
                hasValue &&
                value >= 3.0 && term in listed
              wording: Severe.
          examples:
            - {given: {scale: proctcae-19a-sev, value: 3}, expect: RED/three}
      """;

  @Test
  void aSetWithoutFaultIsRead() {
    RuleSet set = RuleSetReader.read("good.yml", new StringReader(GOOD));

    assertThat(set.id()).isEqualTo("test");
    assertThat(set.settings()).containsEntry("listed", List.of("19"));
    assertThat(set.rules()).extracting(Rule::id).containsExactly("report-unreadable", "severe");
  }

  @Test
  void wholeNumbersMayBeComparedWithValues() {
    RuleSet set =
        RuleSetReader.read(
            "good.yml", new StringReader(GOOD.replace("value >= 3.0", "value >= 3")));

    assertThat(set.rules()).hasSize(2);
  }

  @ParameterizedTest(name = "{0}: {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          value >= 3.0      | value >= 'x'             | 26 | no matching overload
          value >= 3.0      | valeu >= 3.0             | 26 | undeclared reference to 'valeu'
          value >= 3.0      | value >= 3.0 )           | 26 | mismatched input
          expect: RED/three | expect: AMBER            | 29 | the example expects AMBER, but the rule says RED/three
          expect: RED/three | expect: none             | 29 | the example expects none, but the rule says RED/three
          value: 3}         | value: much}             | 29 | a number is expected here
          ["proctcae-???-sev"] | []                    | 21 | the clause names no scale
          level: RED        | level: PURPLE            | 22 | one of [AMBER, RED] is expected here
          wording: Severe.  | wordng: Severe.          | 21 | 'wordng' is not known here
          version: 1.0.0    | # no version             | 1  | 'version' is missing
          id: three         | id: [three]              | 21 | a text is expected here
          subject: scale    | subject: report          | 21 | cannot name scales
          """)
  void aFaultRefusesTheWholeSetWithItsLine(String good, String bad, int line, String reason) {
    String file = GOOD.replace(good, bad);

    RuleSetRefusedException refusal =
        catchThrowableOfType(
            RuleSetRefusedException.class,
            () -> RuleSetReader.read("bad.yml", new StringReader(file)));

    assertThat(refusal.faults())
        .anySatisfy(
            fault -> {
              assertThat(fault.line()).isEqualTo(line);
              assertThat(fault.reason()).contains(reason);
            });
    assertThat(refusal).hasMessageContaining("bad.yml").hasMessageContaining("line " + line);
  }

  @Test
  void aRuleSaysHowLongTheSameIsQuiet() {
    assertThat(read(quiet("{red: 12, amber: 48}")).rule("severe").orElseThrow().quiet())
        .isEqualTo(new Quiet(Duration.ofHours(12), Duration.ofHours(48)));
    assertThat(read(GOOD).rule("severe").orElseThrow().quiet()).isEqualTo(Quiet.DEFAULT);
    for (String bad : List.of("{red: 0, amber: 48}", "{red: 12}", "{red: 12, amber: 4, x: 1}")) {
      assertThatThrownBy(() -> read(quiet(bad))).isInstanceOf(RuleSetRefusedException.class);
    }
  }

  private static String quiet(String hours) {
    return GOOD.replace("title: Severe\n", "title: Severe\n    quiet: " + hours + "\n");
  }

  private static RuleSet read(String file) {
    return RuleSetReader.read("test.yml", new StringReader(file));
  }

  @Test
  void everyFaultIsNamedAtOnce() {
    String file = GOOD.replace("value >= 3.0", "valeu >= 3.0 && grad > 1");

    RuleSetRefusedException refusal =
        catchThrowableOfType(
            RuleSetRefusedException.class,
            () -> RuleSetReader.read("bad.yml", new StringReader(file)));

    assertThat(refusal.faults()).hasSize(2);
  }

  @Test
  void aFileThatIsNotYamlIsRefused() {
    RuleSetRefusedException refusal =
        catchThrowableOfType(
            RuleSetRefusedException.class,
            () -> RuleSetReader.read("bad.yml", new StringReader("id: [\n")));

    assertThat(refusal).hasMessageContaining("not readable as YAML");
  }

  @Test
  void aSetThatStaysSilentAboutUnreadableReportsIsRefused() {
    String file =
        GOOD.replace(
            "completeness == \"UNREADABLE\"", "completeness == \"UNREADABLE\" && day < 31");

    RuleSetRefusedException refusal =
        catchThrowableOfType(
            RuleSetRefusedException.class,
            () -> RuleSetReader.read("bad.yml", new StringReader(file)));

    assertThat(refusal).hasMessageContaining("no rule rings for a report that is UNREADABLE");
  }

  @Test
  void aRuleWithoutWorkedExamplesIsRefused() {
    String file = GOOD.substring(0, GOOD.indexOf("    examples:")) + "    examples: []\n";

    RuleSetRefusedException refusal =
        catchThrowableOfType(
            RuleSetRefusedException.class,
            () -> RuleSetReader.read("bad.yml", new StringReader(file)));

    assertThat(refusal).hasMessageContaining("a rule needs worked examples");
  }

  @Test
  void aClauseSaysWhichWayAndHowMuchIsWorseAndWhetherItPages() {
    String file =
        GOOD.replace(
            "wording: Severe.",
            "wording: Severe.\n        worse: lower\n        step: 2.5\n        listOnly: true");

    Clause clause = severe(file).clauses().getFirst();
    assertThat(clause.worse()).isEqualTo(Direction.HIGHER_BETTER);
    assertThat(clause.step()).isEqualTo(2.5);
    assertThat(clause.listOnly()).isTrue();
    Clause plain = severe(GOOD).clauses().getFirst();
    assertThat(plain.worse()).isNull();
    assertThat(plain.step()).isNull();
    assertThat(plain.listOnly()).isFalse();
    assertThat(plain.scaleNames()).containsExactly("proctcae-???-sev");
  }

  @Test
  void ofAScaleTheWorstClauseCountsWhicheverIsWrittenFirst() {
    String milder =
        "      - {id: two, level: AMBER, scales: [\"proctcae-???-sev\"],"
            + " when: hasValue && value >= 2.0, wording: Moderate.}\n";
    String file = GOOD.replace("      - id: three\n", milder + "      - id: three\n");

    assertThat(severe(file).clauses()).extracting(Clause::id).containsExactly("three", "two");
  }

  @Test
  void aSetMaySayUntilWhichDayItWasSignedOff() {
    assertThat(read(GOOD.replace("title: Test", "title: Test\nvalidTo: 2027-12-31")).validTo())
        .isEqualTo(LocalDate.of(2027, 12, 31));
    assertThat(read(GOOD).validTo()).isNull();
    assertThat(
            catchThrowable(() -> read(GOOD.replace("title: Test", "title: Test\nvalidTo: soon"))))
        .hasMessageContaining("a day such as 2027-12-31");
  }

  @Test
  void twoRulesOfOneNameAndASetWithoutRulesAreRefused() {
    assertThat(catchThrowable(() -> read(GOOD.replace("id: severe", "id: report-unreadable"))))
        .hasMessageContaining("two rules have the same id");
    assertThat(
            catchThrowable(() -> read(GOOD.substring(0, GOOD.indexOf("rules:")) + "rules: []\n")))
        .hasMessageContaining("a set needs at least one rule");
  }

  @Test
  void aRuleOfASetIsFoundByItsName() {
    assertThat(read(GOOD).rule("severe").orElseThrow().title()).isEqualTo("Severe");
    assertThat(read(GOOD).rule("none")).isEmpty();
  }

  @Test
  void aConditionThatCannotTellRings() {
    String file =
        GOOD.replace("value >= 3.0", "values[\"spo2\"] < 94.0")
            .replace(
                "scale: proctcae-19a-sev, value: 3",
                "scale: proctcae-19a-sev, value: 3, values: {spo2: 93}");
    RuleSet set = read(file);

    assertThat(ringing(set, Map.of("spo2", 97.0))).isEmpty();
    assertThat(ringing(set, Map.of("spo2", 92.0))).containsExactly("severe");
    // Nobody measured it, and the author did not think of that.
    assertThat(ringing(set, Map.of())).containsExactly("severe");
  }

  private static List<String> ringing(RuleSet set, Map<String, Double> values) {
    ReportFacts report = new ReportFacts("q", "scorer", "COMPLETE", "PATIENT", "ACTIVE", 3, values);
    ScaleFacts scale =
        new ScaleFacts(
            "proctcae-19a-sev", 3.0, null, null, Compared.NOTHING, false, Direction.HIGHER_WORSE);
    return set.evaluate(report, List.of(scale)).stream()
        .map(ringing -> ringing.rule().id())
        .toList();
  }

  private static Rule severe(String file) {
    return read(file).rule("severe").orElseThrow();
  }
}
