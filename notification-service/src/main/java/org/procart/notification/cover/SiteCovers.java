package org.procart.notification.cover;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.procart.notification.channel.ChannelKind;
import org.procart.notification.channel.Channels;
import org.procart.notification.escalation.Cover;
import org.procart.notification.escalation.Covers;
import org.procart.notification.escalation.Page;
import org.procart.notification.oncall.Roster;
import org.procart.notification.oncall.Rosters;
import org.procart.notification.oncall.StaffStore;
import org.procart.notification.oncall.StaffWording;
import org.procart.notification.policy.EscalationPolicy;
import org.procart.notification.policy.PlatformDesk;
import org.procart.notification.policy.PolicyStore;
import org.procart.notification.site.Sites;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

@Component
class SiteCovers implements Covers {

  private static final String NO_SITE = "unknown";

  private static final Logger LOG = LoggerFactory.getLogger(SiteCovers.class);

  private final Sites sites;
  private final Rosters rosters;
  private final StaffStore staff;
  private final PolicyStore policies;
  private final PlatformDesk platformDesk;
  private final Channels channels;

  SiteCovers(
      Sites sites,
      Rosters rosters,
      StaffStore staff,
      PolicyStore policies,
      PlatformDesk platformDesk,
      Channels channels) {
    this.sites = sites;
    this.rosters = rosters;
    this.staff = staff;
    this.policies = policies;
    this.platformDesk = platformDesk;
    this.channels = channels;
  }

  @Override
  public Cover of(Page page, Instant at) {
    String siteId = page.siteId();
    return new SiteCover(
        page,
        new Situation(
            policy(siteId),
            onDuty(siteId, at),
            language(siteId),
            at,
            channels.suppliers(ChannelKind.SMS)),
        staff,
        platformDesk);
  }

  private @Nullable String language(@Nullable String siteId) {
    return sites
        .find(siteId)
        .flatMap(site -> StaffWording.known(site.languages()).findFirst())
        .orElse(null);
  }

  private EscalationPolicy policy(@Nullable String siteId) {
    return siteId == null
        ? EscalationPolicy.standard(NO_SITE)
        : policies.find(siteId).orElseGet(() -> EscalationPolicy.standard(siteId));
  }

  /** Nobody where the site is unknown: without its zone no rota can be read. */
  private OnDuty onDuty(@Nullable String siteId, Instant at) {
    return rosters
        .of(siteId)
        .<OnDuty>map(roster -> (role, layer) -> onCall(siteId, roster, role, layer, at))
        .orElse(OnDuty.NOBODY);
  }

  /** A rota that cannot be worked out is one with nobody in it: the desk is called, not no one. */
  private static List<String> onCall(
      @Nullable String siteId, Roster roster, String role, int layer, Instant at) {
    try {
      return roster.onCall(role, layer, at);
    } catch (RuntimeException e) {
      LOG.atError()
          .addKeyValue("siteId", siteId)
          .addKeyValue("role", role)
          .setCause(e)
          .log("A rota cannot be worked out; the desk is called instead");
      return List.of();
    }
  }
}
