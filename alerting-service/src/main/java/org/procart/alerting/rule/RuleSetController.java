package org.procart.alerting.rule;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.procart.chassis.problem.ProblemException;
import org.procart.chassis.security.Caller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The rules in force, for people to read. */
@RestController
@RequestMapping("/rule-sets")
class RuleSetController {

  static final String[] READERS = {
    "clinician", "rule-author", "rule-approver", "site-admin", "operator"
  };

  private final RulesInForce rules;

  RuleSetController(RulesInForce rules) {
    this.rules = rules;
  }

  record RuleSetSummary(
      String id, String version, @Nullable String siteId, String title, String status) {}

  record RuleSetView(
      String id,
      String version,
      @Nullable String siteId,
      String title,
      String status,
      Map<String, List<String>> settings,
      List<RuleView> rules) {}

  record RuleView(
      String id, String title, Subject subject, String citation, List<ClauseView> clauses) {}

  record ClauseView(String id, Level level, List<String> scales, String when, String wording) {}

  @GetMapping
  List<RuleSetSummary> list(Caller caller) {
    caller.requireAny(READERS);
    return rules.now().all().stream()
        .filter(set -> maySee(caller, set.site()))
        .map(
            set ->
                new RuleSetSummary(set.id(), set.version(), set.site(), set.title(), set.status()))
        .toList();
  }

  @GetMapping("/{id}")
  RuleSetView get(Caller caller, @PathVariable String id) {
    caller.requireAny(READERS);
    RuleSet set =
        rules
            .now()
            .find(id)
            .filter(found -> maySee(caller, found.site()))
            .orElseThrow(() -> ProblemException.notFound("rule set"));
    return new RuleSetView(
        set.id(),
        set.version(),
        set.site(),
        set.title(),
        set.status(),
        set.settings(),
        set.rules().stream().map(RuleSetController::view).toList());
  }

  /** A site's own set is the site's business; the default is everybody's. */
  static boolean maySee(Caller caller, @Nullable String site) {
    return site == null || caller.seesSite(site) || caller.has("operator");
  }

  private static RuleView view(Rule rule) {
    List<ClauseView> clauses =
        rule.clauses().stream()
            .map(
                clause ->
                    new ClauseView(
                        clause.id(),
                        clause.level(),
                        clause.scaleNames(),
                        clause.when(),
                        clause.wording()))
            .toList();
    return new RuleView(rule.id(), rule.title(), rule.subject(), rule.citation(), clauses);
  }
}
