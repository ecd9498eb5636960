package org.procart.alerting.rule;

import dev.cel.common.CelIssue;
import dev.cel.common.CelValidationException;
import dev.cel.runtime.CelEvaluationException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.procart.schemas.yaml.YamlFault;
import org.procart.schemas.yaml.YamlPart;

/** Reads one rule of a set; what is wrong with it goes to the set's list of faults. */
final class RuleReader {

  private static final List<String> KEYS =
      List.of("id", "title", "subject", "citation", "clauses", "together", "quiet", "examples");
  private static final List<String> CLAUSE_KEYS =
      List.of(
          "id",
          "level",
          "scales",
          "forms",
          "asked",
          "hear",
          "when",
          "worse",
          "step",
          "listOnly",
          "wording");
  private static final Map<String, Direction> SIDES =
      Map.of("higher", Direction.HIGHER_WORSE, "lower", Direction.HIGHER_BETTER);
  private static final Condition NEVER = facts -> false;

  private final ConditionCompiler compiler;
  private final List<RuleSetFault> faults;

  RuleReader(ConditionCompiler compiler, List<RuleSetFault> faults) {
    this.compiler = compiler;
    this.faults = faults;
  }

  Optional<Rule> read(YamlPart part) {
    try {
      int before = faults.size();
      Rule rule = rule(part.allowing(KEYS));
      if (faults.size() == before) {
        checkExamples(rule, part);
      }
      return Optional.of(rule);
    } catch (YamlFault e) {
      faults.add(RuleSetFault.of(e));
      return Optional.empty();
    }
  }

  private Rule rule(YamlPart part) {
    Subject subject = part.constant(Subject.class, "subject");
    Rule rule =
        new Rule(
            part.text("id"),
            part.text("title"),
            subject,
            part.part("clauses").items().stream().map(clause -> clause(subject, clause)).toList(),
            part.find("together").map(Together::of).orElse(null),
            part.find("quiet").map(Quiet::of).orElse(Quiet.DEFAULT),
            part.text("citation"));
    if (rule.clauses().isEmpty()) {
      throw part.part("clauses").fault("a rule needs at least one clause");
    }
    return rule;
  }

  private Clause clause(Subject subject, YamlPart part) {
    part.allowing(CLAUSE_KEYS);
    return new Clause(
        part.text("id"),
        part.constant(Level.class, "level"),
        scales(subject, part),
        part.text("when"),
        condition(part.part("when")),
        part.find("worse").map(worse -> worse.oneOf(SIDES)).orElse(null),
        part.find("step").map(step -> step.number().doubleValue()).orElse(null),
        part.yes("listOnly"),
        patience(subject, part),
        part.text("wording"));
  }

  private static List<ScalePattern> scales(Subject subject, YamlPart part) {
    List<String> names = part.find("scales").map(YamlPart::texts).orElse(List.of());
    if (subject == Subject.SCALE && names.isEmpty()) {
      throw part.fault("the clause names no scale");
    }
    if (subject != Subject.SCALE && !names.isEmpty()) {
      throw part.fault("a clause cannot name scales unless the rule says 'subject: scale'");
    }
    return names.stream().map(ScalePattern::of).toList();
  }

  private static @Nullable Patience patience(Subject subject, YamlPart part) {
    if (subject == Subject.SILENCE) {
      return Patience.of(part);
    }
    for (String key : List.of("forms", "asked", "hear")) {
      if (part.find(key).isPresent()) {
        throw part.fault("only a rule with 'subject: silence' can say '" + key + "'");
      }
    }
    return null;
  }

  private Condition condition(YamlPart part) {
    try {
      return compiler.compile(part.text());
    } catch (CelValidationException e) {
      e.getErrors().forEach(issue -> faults.add(fault(part, issue)));
    } catch (CelEvaluationException e) {
      faults.add(
          RuleSetFault.of(part.fault("the condition cannot be prepared: " + e.getMessage())));
    }
    return NEVER;
  }

  private static RuleSetFault fault(YamlPart part, CelIssue issue) {
    int below = Math.max(issue.getSourceLocation().getLine() - 1, 0);
    return new RuleSetFault(part.textLine() + below, issue.getMessage());
  }

  private void checkExamples(Rule rule, YamlPart part) {
    List<YamlPart> examples = part.part("examples").items();
    if (examples.isEmpty()) {
      throw part.part("examples").fault("a rule needs worked examples");
    }
    examples.stream()
        .map(example -> WorkedExample.of(rule.subject(), example))
        .flatMap(example -> example.contradiction(rule).stream())
        .forEach(faults::add);
  }
}
