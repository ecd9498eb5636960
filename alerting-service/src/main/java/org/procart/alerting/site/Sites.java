package org.procart.alerting.site;

import java.util.Optional;

/** The sites as alerting knows them. */
public interface Sites {

  Optional<Site> find(String siteId);

  /**
   * @return false when the same or a newer revision is known
   */
  boolean keep(Site site);

  void erase(String siteId);
}
