package org.procart.notification.cover;

import java.time.Instant;
import org.procart.notification.escalation.NoCoverListener;
import org.procart.notification.oncall.KeptCalendar;
import org.procart.notification.oncall.OptOutListener;
import org.procart.notification.oncall.StaffMember;
import org.procart.notification.oncall.StaffWording;
import org.procart.notification.oncall.StaleListener;
import org.procart.notification.operations.Hush;
import org.springframework.stereotype.Component;

/** What a site hears about its people and calendars. */
@Component
class SiteNews implements OptOutListener, StaleListener, NoCoverListener {

  private final SiteWord word;
  private final Hush hush;

  SiteNews(SiteWord word, Hush hush) {
    this.word = word;
    this.hush = hush;
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

  /** Once in a quarter of an hour, however many alerts find nobody. */
  @Override
  public void noCover(String siteId, Instant at) {
    String subject = "no-cover/" + siteId;
    if (hush.hushedBefore(subject).isEmpty()) {
      hush.hushed(subject);
      return;
    }
    word.tell(
        siteId,
        "no-cover-" + siteId + "-" + at.toEpochMilli(),
        StaffWording.NO_COVER_SUBJECT,
        StaffWording.NO_COVER,
        siteId);
    hush.told(subject);
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
