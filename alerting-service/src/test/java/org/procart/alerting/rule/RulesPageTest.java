package org.procart.alerting.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** docs/rules.md: what rings, and what a rule may know. */
class RulesPageTest {

  private static final Path PAGE = Path.of("../docs/rules.md");
  private static final String COMMAND = "mvn -pl alerting-service test -Dprocart.docs.write=true";
  private static final String HEAD =
      """
      # Rules

      Made from `alerting-service/src/main/resources/rules/default.yml` and the facts in the code by
      `%s`; the build fails when it is stale.

      A rule gives one alert a patient; of a scale only its worst clause counts. A set is refused as a
      whole, with line and reason, when it does not type-check, when a worked example contradicts it,
      when a clause names no scale, or when an unreadable report would ring nothing. A site's own set is
      a file with `site: <siteId>`; every other site has the default set.

      A site's set is put in while the service runs: a rule author writes a draft with
      `PUT /rule-sets/{id}/versions/{version}` (the body is the file), another person approves it with
      `POST /rule-sets/{id}/versions/{version}/approval` and `{"reason", "from"}`, and within seconds
      every instance judges by it. `POST /rule-sets/{id}/rollback` and `{"reason"}` goes back to what
      counted before. Versions, decisions and texts are kept: `GET /rule-sets/{id}/versions`. Files in
      the folder `procart.alerting.rules.folder` are read at start and count until a version is
      approved. An approval may name the `digest` of the text that was read; only the approved text is
      used. The set of every site without its own keeps its id, and changing it needs the role
      `operator` as well. A set may say `validTo`: from 14 days before, operations are told every day,
      and it stays in force. A later decision beats an earlier one whose time would come after it.

      While an alert is open, what is worse sounds again: a higher level of the rule or of one scale, a
      scale that had not rung, or a worse value. `step` says how much worse a value must be, `worse`
      which way (a pulse can be too high and too low). A clause with `listOnly` is put on the work-list
      and pages nobody. Once somebody took an alert, the same sounds again after the rule's `quiet`
      (hours: `{red: 24, amber: 72}` where it says nothing; proposals).

      A rule with `subject: silence` says until when a report of its `forms` is expected (`asked`, in
      the patient's zone, on the day it is due), and how many hours after that the patient, then the
      carer, then the nurse hear that it did not come (`hear`). One with `subject: stay` is asked once
      a day while a patient is said to be in hospital. A site's set that has no rule of such a subject
      has those of the default set. [Silence](silence.md) tells the rest.

      """
          .formatted(COMMAND);

  @Test
  void thePageIsCurrent() throws IOException {
    String page = HEAD + set(TestRules.defaultSet()) + facts();
    if (Boolean.getBoolean("procart.docs.write")) {
      Files.writeString(PAGE, page);
    }

    assertThat(PAGE)
        .as("%s is stale: run %s and commit it", PAGE, COMMAND)
        .content(StandardCharsets.UTF_8)
        .isEqualTo(page);
  }

  private static String set(RuleSet set) {
    return "## The default set, version %s (%s)\n\n".formatted(set.version(), set.status())
        + set.settings().entrySet().stream()
            .map(entry -> "`%s`: %s\n\n".formatted(entry.getKey(), entry.getValue()))
            .collect(Collectors.joining())
        + set.rules().stream().map(RulesPageTest::rule).collect(Collectors.joining());
  }

  private static String rule(Rule rule) {
    return "### %s: %s\n\n%s\n\n| level | clause | scales | when | wording |\n|---|---|---|---|---|\n"
            .formatted(rule.id(), rule.title(), rule.citation())
        + rule.clauses().stream().map(RulesPageTest::clause).collect(Collectors.joining())
        + together(rule.together())
        + "\n";
  }

  private static String together(@Nullable Together together) {
    return together == null
        ? ""
        : "| %s | %s | any reporter | %d different clauses of less than %s within %d h | %s |\n"
            .formatted(
                together.level(),
                together.id(),
                together.count(),
                together.level(),
                together.within().toHours(),
                together.wording());
  }

  private static String clause(Clause clause) {
    String scales = looksAt(clause);
    return "| %s | %s | %s | %s | %s |\n"
        .formatted(
            clause.level(),
            clause.id(),
            scales,
            "`" + clause.when().replace("|", "\\|").replace("\n", " ") + "`" + again(clause),
            clause.wording());
  }

  private static String looksAt(Clause clause) {
    Patience patience = clause.patience();
    List<String> names = patience == null ? clause.scaleNames() : patience.forms();
    return names.isEmpty()
        ? "as a whole"
        : names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
  }

  private static String again(Clause clause) {
    Double step = clause.step();
    return (step == null ? "" : " (again from a step of " + step + ")")
        + (clause.listOnly() ? " (work-list only)" : "")
        + waits(clause.patience());
  }

  private static String waits(@Nullable Patience patience) {
    return patience == null
        ? ""
        : " asked %s to %s; then patient after %d h, carer %d h, nurse %d h"
            .formatted(
                patience.from(),
                patience.until(),
                patience.patient().toHours(),
                patience.carer().toHours(),
                patience.nurse().toHours());
  }

  private static String facts() {
    return "## What a condition may name\n\n"
        + "And each of the set's own settings, a list of words.\n\n"
        + "| name | type | meaning |\n"
        + "|---|---|---|\n"
        + Arrays.stream(Fact.values())
            .map(
                fact ->
                    "| `%s` | %s | %s |\n"
                        .formatted(
                            fact.label(),
                            fact.type().name().toLowerCase(Locale.ROOT),
                            fact.meaning()))
            .collect(Collectors.joining());
  }
}
