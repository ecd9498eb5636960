package org.procart.notification.cover;

import java.time.Instant;
import org.procart.notification.oncall.KeptCalendar;
import org.procart.notification.oncall.OptOutListener;
import org.procart.notification.oncall.StaffMember;
import org.procart.notification.oncall.StaffWording;
import org.procart.notification.oncall.StaleListener;
import org.springframework.stereotype.Component;

/** What a site hears about its people and calendars. */
@Component
class SiteNews implements OptOutListener, StaleListener {

  private final SiteWord word;

  SiteNews(SiteWord word) {
    this.word = word;
  }

  @Override
  public void optedOut(StaffMember member, Instant at) {
    for (String siteId : member.sites()) {
      word.tell(
          siteId,
          "opted-out-" + siteId + "-" + member.staffId() + "-" + at.toEpochMilli(),
          StaffWording.OPTED_OUT_SUBJECT,
          StaffWording.OPTED_OUT,
          siteId,
          member.staffId());
    }
  }

  @Override
  public void stale(KeptCalendar calendar) {
    word.tell(
        calendar.siteId(),
        "stale-" + calendar.siteId() + "-" + calendar.name() + "-" + calendar.failedSince(),
        StaffWording.STALE_SUBJECT,
        StaffWording.STALE,
        calendar.siteId(),
        calendar.name());
  }
}
