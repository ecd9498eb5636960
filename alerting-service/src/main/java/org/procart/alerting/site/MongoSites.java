package org.procart.alerting.site;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.Optional;
import org.procart.alerting.document.GuardedUpsert;
import org.springframework.stereotype.Component;

@Component
final class MongoSites implements Sites {

  private final MongoCollection<SiteDocument> sites;

  MongoSites(MongoDatabase database) {
    this.sites = database.getCollection("sites", SiteDocument.class);
  }

  @Override
  public Optional<Site> find(String siteId) {
    return Optional.ofNullable(sites.find(eq("_id", siteId)).first()).map(SiteDocument::site);
  }

  @Override
  public boolean keep(Site site) {
    return GuardedUpsert.replace(
        sites,
        and(eq("_id", site.siteId()), lt("revision", site.revision())),
        new SiteDocument(site.siteId(), site.revision(), site));
  }

  @Override
  public void erase(String siteId) {
    sites.deleteOne(eq("_id", siteId));
  }
}
