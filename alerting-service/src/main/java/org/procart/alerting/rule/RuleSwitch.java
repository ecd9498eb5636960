package org.procart.alerting.rule;

import java.io.StringReader;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.procart.chassis.alarm.OperationsAlarms;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Puts decisions into force in this instance: all of them before the first report is judged, and
 * later ones a few seconds after they were made or when their time has come. A version that cannot
 * be used leaves what was in force for its set, and operations are told; other sets go on.
 */
@Component
class RuleSwitch implements SmartInitializingSingleton {

  private static final Logger LOG = LoggerFactory.getLogger(RuleSwitch.class);
  private static final String ALARM = "RULE_SET_REFUSED";

  private final RuleSets builtIn;
  private final RulesInForce inForce;
  private final RuleArchive archive;
  private final OperationsAlarms alarms;
  private final Clock clock;

  /** Set id → its site, or nothing, of versions that cannot be used. */
  private final Map<String, Optional<String>> refused = new HashMap<>();

  /** Released sets in use, by id. */
  private Map<String, RuleSet> released = Map.of();

  RuleSwitch(RulesInForce inForce, RuleArchive archive, OperationsAlarms alarms, Clock clock) {
    this.builtIn = inForce.now();
    this.inForce = inForce;
    this.archive = archive;
    this.alarms = alarms;
    this.clock = clock;
  }

  @Override
  public void afterSingletonsInstantiated() {
    look();
  }

  @Scheduled(fixedDelayString = "${procart.alerting.rules.look-every:PT2S}")
  synchronized void look() {
    Instant now = clock.instant();
    // In order of their ids, so that every instance comes to the same.
    Map<String, RuleSet> next = new TreeMap<>();
    for (String id : archive.decided().stream().sorted().toList()) {
      Releases releases = archive.releases(id);
      Optional<String> version = releases.inForce(now);
      RuleSet set = version.map(wanted -> inUse(id, wanted, releases)).orElse(null);
      if (set != null) {
        next.put(id, set);
      }
      if (version.isEmpty()) {
        settle(id);
      }
    }
    if (!next.equals(released)) {
      inForce.switchTo(builtIn.with(List.copyOf(next.values())));
      released = Map.copyOf(next);
      inForce.now().all().forEach(RuleSwitch::announce);
    }
  }

  /** The wanted version, else what was in use before; null: what came with the service. */
  private @Nullable RuleSet inUse(String id, String version, Releases releases) {
    RuleSet before = released.get(id);
    if (before != null && before.version().equals(version)) {
      settle(id);
      return before;
    }
    try {
      RuleSet set = read(id, version, releases);
      settle(id);
      return set;
    } catch (RuleSetRefusedException | IllegalStateException e) {
      refuse(id, version, before);
      return before;
    }
  }

  private RuleSet read(String id, String version, Releases releases) {
    WrittenSet written =
        archive
            .find(id, version)
            .filter(set -> releases.approved(set))
            .orElseThrow(() -> new IllegalStateException("no such text was approved"));
    return RuleSetReader.read(id + " " + version, new StringReader(written.text()));
  }

  private void refuse(String id, String version, @Nullable RuleSet before) {
    if (!refused.containsKey(id)) {
      Optional<String> site = archive.find(id, version).map(WrittenSet::site);
      refused.put(id, site);
      alarms.raise(
          ALARM,
          site.orElse(null),
          ("Version %s of rule set %s cannot be used by this release of the service. In force"
                  + " instead: %s. Roll it back, or approve a mended version.")
              .formatted(
                  version, id, before == null ? "what came with the service" : before.version()));
    }
  }

  private void settle(String id) {
    Optional<String> site = refused.remove(id);
    if (site != null) {
      alarms.clear(ALARM, site.orElse(null));
    }
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
