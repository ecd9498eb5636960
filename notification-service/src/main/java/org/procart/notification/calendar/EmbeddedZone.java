package org.procart.notification.calendar;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A zone as a file describes it (VTIMEZONE), turned into rules of java.time. */
final class EmbeddedZone {

  private static final LocalDateTime FIRST = LocalDateTime.of(1970, 1, 1, 0, 0);
  private static final LocalDateTime LAST = LocalDateTime.of(2101, 12, 31, 0, 0);

  /** A change of the clocks; its local time is that before the change. */
  private record Onset(LocalDateTime local, ZoneOffset before, ZoneOffset after) {
    java.time.Instant at() {
      return local.toInstant(before);
    }
  }

  private EmbeddedZone() {}

  static ZoneRules rules(Part zone) {
    List<Onset> onsets =
        Stream.concat(zone.parts("STANDARD"), zone.parts("DAYLIGHT"))
            .flatMap(EmbeddedZone::onsets)
            .sorted(Comparator.comparing(Onset::at))
            .toList();
    if (onsets.isEmpty()) {
      throw new BadLineException("VTIMEZONE", "empty-zone", "The zone has no STANDARD part.");
    }
    ZoneOffset base = onsets.getFirst().before();
    ZoneOffset now = base;
    List<ZoneOffsetTransition> changes = new ArrayList<>();
    for (Onset onset : onsets) {
      if (!now.equals(onset.after())) {
        LocalDateTime local = LocalDateTime.ofEpochSecond(onset.at().getEpochSecond(), 0, now);
        changes.add(ZoneOffsetTransition.of(local, now, onset.after()));
      }
      now = onset.after();
    }
    return ZoneRules.of(base, base, List.of(), changes, List.of());
  }

  private static Stream<Onset> onsets(Part observance) {
    ZoneOffset before = offset(observance, "TZOFFSETFROM");
    ZoneOffset after = offset(observance, "TZOFFSETTO");
    Moments moments = new Moments(new ZoneNames(), before.getRules());
    Moment start = moments.read(observance.needed("DTSTART", "A zone's part needs its start."));
    Stream<LocalDateTime> repeated =
        observance
            .lines("RRULE")
            .flatMap(
                line -> Rule.read(line, start, moments).times(start.local(), FIRST, LAST).stream());
    Stream<LocalDateTime> listed =
        observance.lines("RDATE").flatMap(moments::all).map(Moment::local);
    return Stream.of(Stream.of(start.local()), repeated, listed)
        .flatMap(times -> times)
        .distinct()
        .map(local -> new Onset(local, before, after));
  }

  private static ZoneOffset offset(Part observance, String name) {
    String cure = "Offsets are written as +0100.";
    String value = observance.needed(name, cure).value().toUpperCase(Locale.ROOT);
    try {
      return ZoneOffset.of(value);
    } catch (DateTimeException e) {
      throw new BadLineException(name, "bad-offset", cure);
    }
  }
}
