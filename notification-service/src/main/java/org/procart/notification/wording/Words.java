package org.procart.notification.wording;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.procart.notification.site.Site;
import org.procart.notification.site.Sites;
import org.springframework.stereotype.Component;

/** Finds the words in which a person is spoken to. */
@Component
public class Words {

  private final Sites sites;

  Words(Sites sites) {
    this.sites = sites;
  }

  /** The person's language, else the site's first, else English. */
  public PageTexts of(@Nullable String language, @Nullable String siteId) {
    List<String> ofSite = sites.find(siteId).map(Site::languages).orElse(List.of());
    return PageTexts.of(
        PageTexts.language(
            Stream.concat(Optional.ofNullable(language).stream(), ofSite.stream().limit(1))));
  }
}
