package org.procart.alerting.rule;

import java.io.StringReader;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.procart.chassis.alarm.OperationsAlarms;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Puts decisions into force in this instance, a few seconds after they were made or when their time
 * has come, all sets at once. A version that this release of the service cannot read changes
 * nothing: what was in force stays, and operations are told.
 */
@Component
class RuleSwitch {

  private static final Logger LOG = LoggerFactory.getLogger(RuleSwitch.class);
  private static final String ALARM = "RULE_SET_REFUSED";

  private final RuleSets builtIn;
  private final RulesInForce inForce;
  private final RuleArchive archive;
  private final OperationsAlarms alarms;
  private final Clock clock;
  private Map<String, String> released = Map.of();
  private boolean refused;

  RuleSwitch(RulesInForce inForce, RuleArchive archive, OperationsAlarms alarms, Clock clock) {
    this.builtIn = inForce.now();
    this.inForce = inForce;
    this.archive = archive;
    this.alarms = alarms;
    this.clock = clock;
  }

  @Scheduled(fixedDelayString = "${procart.alerting.rules.look-every:PT2S}")
  synchronized void look() {
    Map<String, String> versions = versions(clock.instant());
    if (versions.equals(released)) {
      return;
    }
    try {
      RuleSets next = builtIn.with(read(versions));
      inForce.switchTo(next);
      released = versions;
      next.all().forEach(RuleSwitch::announce);
      settle();
    } catch (RuleSetRefusedException | IllegalArgumentException e) {
      if (!refused) {
        alarms.raise(
            ALARM,
            null,
            "A released rule set cannot be used by this version of the service; the rules that were"
                + " in force stay. Roll it back, or approve a mended version.");
      }
      refused = true;
    }
  }

  private void settle() {
    if (refused) {
      alarms.clear(ALARM, null);
      refused = false;
    }
  }

  /** Set id → version in force; sets whose built-in file counts are not in it. */
  private Map<String, String> versions(Instant now) {
    Map<String, String> versions = new LinkedHashMap<>();
    for (String id : archive.decided().stream().sorted().toList()) {
      archive.releases(id).inForce(now).ifPresent(version -> versions.put(id, version));
    }
    return versions;
  }

  private List<RuleSet> read(Map<String, String> versions) {
    List<RuleSet> sets = new ArrayList<>();
    versions.forEach(
        (id, version) -> {
          Optional<WrittenSet> written = archive.find(id, version);
          written.ifPresent(
              set ->
                  sets.add(RuleSetReader.read(id + " " + version, new StringReader(set.text()))));
        });
    return sets;
  }

  static void announce(RuleSet set) {
    LOG.atInfo()
        .addKeyValue("ruleSetId", set.id())
        .addKeyValue("version", set.version())
        .addKeyValue("siteId", set.site())
        .addKeyValue("rules", set.rules().size())
        .log("Rule set in force");
  }
}
