package org.procart.notification.wording;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.procart.notification.site.Site;
import org.procart.notification.site.Sites;
import org.springframework.stereotype.Component;

/** Finds the words in which a person is spoken to: the site's own, else ours. */
@Component
public class Words {

  private final Sites sites;
  private final SiteWordings own;

  Words(Sites sites, SiteWordings own) {
    this.sites = sites;
    this.own = own;
  }

  /** The person's language, else the site's first, else English. */
  public PageTexts of(@Nullable String language, @Nullable String siteId) {
    String spoken = language(language, siteId);
    PageTexts ours = PageTexts.of(spoken);
    return own.find(siteId, spoken).map(words -> ours.with(words.fitPages())).orElse(ours);
  }

  public ReminderTexts reminder(@Nullable String language, @Nullable String siteId) {
    String spoken = language(language, siteId);
    ReminderTexts ours = ReminderTexts.of(spoken);
    return own.find(siteId, spoken).map(words -> ours.with(words.fitReminders())).orElse(ours);
  }

  private String language(@Nullable String language, @Nullable String siteId) {
    List<String> ofSite = sites.find(siteId).map(Site::languages).orElse(List.of());
    return PageTexts.language(
        Stream.concat(Optional.ofNullable(language).stream(), ofSite.stream().limit(1)));
  }
}
