package org.procart.notification.wording;

import com.mongodb.client.MongoDatabase;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.procart.notification.document.KeptRecords;
import org.springframework.stereotype.Component;

/** The words of sites: what is said now, and all that ever was. */
@Component
class SiteWordings {

  private final KeptRecords<SiteWording> current;
  private final KeptRecords<SiteWording> history;

  SiteWordings(MongoDatabase database) {
    this.current = new KeptRecords<>(database, "site_wording", SiteWording.class);
    this.history = new KeptRecords<>(database, "site_wording_history", SiteWording.class);
  }

  Optional<SiteWording> find(@Nullable String siteId, String language) {
    return siteId == null ? Optional.empty() : current.find(id(siteId, language));
  }

  int nextVersion(String siteId, String language) {
    int version = 1;
    while (history.find(id(siteId, language) + "/" + version).isPresent()) {
      version++;
    }
    return version;
  }

  /** Also a return to our words is a version, without any of the site's. */
  void put(SiteWording wording) {
    String id = id(wording.siteId(), wording.language());
    history.put(id + "/" + wording.version(), wording);
    current.put(id, wording);
  }

  private static String id(String siteId, String language) {
    return siteId + "/" + language;
  }
}
