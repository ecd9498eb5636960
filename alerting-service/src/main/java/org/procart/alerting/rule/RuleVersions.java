package org.procart.alerting.rule;

import java.util.Optional;

/** Versions of rule sets, whatever became of them; reads, and can do nothing else. */
public interface RuleVersions {

  /**
   * A draft, a released version, or what came with the service.
   *
   * @throws RuleSetRefusedException when its text cannot be used by this release of the service
   */
  Optional<RuleSet> find(String id, String version);
}
