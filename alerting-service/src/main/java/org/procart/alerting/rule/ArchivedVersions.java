package org.procart.alerting.rule;

import java.io.StringReader;
import java.util.Optional;
import org.springframework.stereotype.Component;

@Component
final class ArchivedVersions implements RuleVersions {

  private final RuleArchive archive;
  private final RulesInForce inForce;

  ArchivedVersions(RuleArchive archive, RulesInForce inForce) {
    this.archive = archive;
    this.inForce = inForce;
  }

  @Override
  public Optional<RuleSet> find(String id, String version) {
    return archive
        .find(id, version)
        .map(set -> RuleSetReader.read(id + " " + version, new StringReader(set.text())))
        .or(() -> inForce.now().find(id).filter(set -> set.version().equals(version)));
  }
}
