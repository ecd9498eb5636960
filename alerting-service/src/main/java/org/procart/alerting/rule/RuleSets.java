package org.procart.alerting.rule;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The sets in force: one for each site that has its own, and the default for all others. */
public final class RuleSets {

  private final RuleSet defaultSet;
  private final Map<String, RuleSet> bySite;

  public RuleSets(RuleSet defaultSet, List<RuleSet> ofSites) {
    this.defaultSet = defaultSet;
    this.bySite = ofSites.stream().collect(Collectors.toMap(RuleSets::siteOf, Function.identity()));
    requireDistinctIds();
  }

  public RuleSet forSite(@Nullable String siteId) {
    return siteId == null ? defaultSet : bySite.getOrDefault(siteId, defaultSet);
  }

  /** The set that speaks of a subject for a site: its own, else the default one. */
  public RuleSet forSite(@Nullable String siteId, Subject subject) {
    RuleSet own = forSite(siteId);
    return own.speaksOf(subject) ? own : defaultSet;
  }

  public Optional<RuleSet> find(String id) {
    return all().stream().filter(set -> set.id().equals(id)).findFirst();
  }

  public List<RuleSet> all() {
    return Stream.concat(Stream.of(defaultSet), bySite.values().stream()).toList();
  }

  /** These sets, with others in place of those of the same id or site. */
  RuleSets with(List<RuleSet> released) {
    RuleSet byDefault = defaultSet;
    Map<String, RuleSet> sites = new LinkedHashMap<>(bySite);
    for (RuleSet set : released) {
      if (set.site() == null) {
        byDefault = set;
      } else {
        sites.values().removeIf(other -> other.id().equals(set.id()));
        sites.put(set.site(), set);
      }
    }
    return new RuleSets(byDefault, List.copyOf(sites.values()));
  }

  private void requireDistinctIds() {
    List<String> ids = all().stream().map(RuleSet::id).toList();
    if (ids.stream().distinct().count() != ids.size()) {
      throw new IllegalArgumentException("Two rule sets have the same id: " + ids);
    }
  }

  private static String siteOf(RuleSet set) {
    String site = set.site();
    if (site == null) {
      throw new IllegalArgumentException("Rule set " + set.id() + " names no site");
    }
    return site;
  }
}
