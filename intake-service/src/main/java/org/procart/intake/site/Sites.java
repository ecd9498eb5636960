package org.procart.intake.site;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.procart.intake.snapshot.Saved;
import org.procart.intake.snapshot.Snapshot;
import org.procart.intake.snapshot.Snapshots;

/** The sites of the platform. */
public class Sites {

  private final Snapshots<Site> snapshots;
  private final AdviceTexts texts;

  /** What was last read, for answers given while the store is away. */
  private final Map<String, Snapshot<Site>> lastRead = new ConcurrentHashMap<>();

  /** Whose words are known to be kept. */
  private final Map<String, Site> kept = new ConcurrentHashMap<>();

  Sites(Snapshots<Site> snapshots, AdviceTexts texts) {
    this.snapshots = snapshots;
    this.texts = texts;
  }

  public Optional<Snapshot<Site>> find(String siteId) {
    Optional<Snapshot<Site>> found = snapshots.find(siteId);
    found.ifPresent(site -> read(siteId, site));
    return found;
  }

  /** Never asks the store; may be behind. */
  public Optional<Snapshot<Site>> remembered(@Nullable String siteId) {
    return siteId == null ? Optional.empty() : Optional.ofNullable(lastRead.get(siteId));
  }

  /** A site may have been stored when words were not kept yet: they are before anybody is told. */
  private void read(String siteId, Snapshot<Site> site) {
    lastRead.put(siteId, site);
    if (!site.state().equals(kept.get(siteId))) {
      texts.keep(site.state());
      kept.put(siteId, site.state());
    }
  }

  Saved<Site> save(Site site) {
    var _ = find(site.siteId()); // keeps the words that end here
    texts.keep(site);
    return snapshots.save(site);
  }
}
