package org.procart.alerting.rule;

import java.util.List;
import java.util.Optional;

/** Keeps what was written and what was decided. */
interface RuleArchive {

  /** Puts a draft in place of an earlier one of the same version. */
  void write(WrittenSet set);

  Optional<WrittenSet> find(String id, String version);

  /** All versions of a set, oldest first. */
  List<WrittenSet> versions(String id);

  /**
   * @return false when somebody else decided about the set at the same time
   */
  boolean decide(Release release);

  Releases releases(String id);

  /** Ids of sets about which anything was decided. */
  List<String> decided();
}
