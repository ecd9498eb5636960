package org.procart.notification.oncall;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.procart.chassis.problem.ProblemException;
import org.procart.chassis.problem.Violation;
import org.procart.notification.calendar.CalendarFault;
import org.procart.notification.calendar.EventCalendar;
import org.procart.notification.calendar.UnreadableCalendarException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Takes calendars in: as a whole when they are without fault, else not at all. */
@Component
class CalendarImport {

  private static final int SHOWN = 50;

  private final CalendarStore calendars;
  private final CalendarFetch fetch;
  private final Clock clock;

  CalendarImport(CalendarStore calendars, CalendarFetch fetch, Clock clock) {
    this.calendars = calendars;
    this.fetch = fetch;
    this.clock = clock;
  }

  KeptCalendar file(String siteId, String name, String text, ZoneId zone) {
    return keep(siteId, name, text, null, 0, zone);
  }

  KeptCalendar address(String siteId, String name, URI url, int refreshMinutes, ZoneId zone) {
    URI plain = plain(url);
    try {
      return keep(siteId, name, fetch.fetch(plain), plain, refreshMinutes, zone);
    } catch (CalendarFetchException e) {
      throw new ProblemException(
          HttpStatus.UNPROCESSABLE_CONTENT,
          "calendar-not-fetched",
          "The calendar could not be fetched; nothing was changed.",
          List.of(
              new Violation(
                  "/url",
                  e.reason(),
                  "Give an https address in the internet that answers with the file without a"
                      + " log-in, or have the operator allow the host.")));
    }
  }

  /** The next edition; the one before stays when this one is of no use. */
  void refresh(KeptCalendar kept, ZoneId zone) {
    URI url = kept.url();
    if (url == null) {
      return;
    }
    try {
      String text = fetch.fetch(url);
      int events = EventCalendar.read(text, zone).events();
      calendars.loaded(kept, text, hash(text), events, clock.instant());
    } catch (CalendarFetchException e) {
      calendars.failed(kept, e.reason(), clock.instant());
    } catch (UnreadableCalendarException e) {
      CalendarFault first = e.faults().getFirst();
      calendars.failed(kept, "unreadable: " + first.code(), clock.instant());
    }
  }

  private KeptCalendar keep(
      String siteId, String name, String text, @Nullable URI url, int refreshMinutes, ZoneId zone) {
    try {
      int events = EventCalendar.read(text, zone).events();
      KeptCalendar kept =
          new KeptCalendar(
              siteId,
              name,
              url,
              refreshMinutes,
              hash(text),
              events,
              clock.instant(),
              null,
              null,
              false);
      calendars.put(kept, text);
      return kept;
    } catch (UnreadableCalendarException e) {
      throw new ProblemException(
          HttpStatus.UNPROCESSABLE_CONTENT,
          "calendar-unreadable",
          "The calendar has faults; nothing was changed.",
          e.faults().stream().limit(SHOWN).map(CalendarImport::violation).toList());
    }
  }

  private static Violation violation(CalendarFault fault) {
    return new Violation(fault.where() + "/" + fault.property(), fault.code(), fault.cure());
  }

  private static URI plain(URI url) {
    boolean webcal = "webcal".equals(String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT));
    return webcal ? URI.create("https" + url.toString().substring(6)) : url;
  }

  private static String hash(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
