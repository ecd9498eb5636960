package org.procart.alerting.worklist;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps the entries of the work-list. */
interface WorkItems {

  /** Adds the entry, unless it is there or was done. */
  void add(WorkItem item);

  void remove(String itemId);

  Optional<WorkItem> find(String itemId);

  /**
   * @return false when there is no such open entry
   */
  boolean done(String itemId, String by, Instant at);

  /** Open entries of a site, oldest first. */
  List<WorkItem> open(String siteId, int page, int size);

  long countOpen(String siteId);
}
