package org.procart.notification.site;

import com.mongodb.client.MongoDatabase;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.procart.notification.document.KeptRecords;
import org.springframework.stereotype.Component;

/** Our copy of the sites, from {@code pro.site.v1}. */
@Component
public class Sites {

  private final KeptRecords<Site> sites;

  Sites(MongoDatabase database) {
    this.sites = new KeptRecords<>(database, "sites", Site.class);
  }

  public Optional<Site> find(@Nullable String siteId) {
    return siteId == null ? Optional.empty() : sites.find(siteId);
  }

  /** False when a newer or the same is known; a copy without the newer fields is not the same. */
  boolean learn(Site site) {
    boolean newer =
        sites
            .find(site.siteId())
            .filter(known -> known.revision() > site.revision() || known.equals(site))
            .isEmpty();
    if (newer) {
      sites.put(site.siteId(), site);
    }
    return newer;
  }

  void forget(String siteId) {
    sites.remove(siteId);
  }
}
