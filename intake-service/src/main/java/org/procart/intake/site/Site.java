package org.procart.intake.site;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.procart.schemas.event.EventId;

/**
 * A hospital's settings.
 *
 * @param languages BCP 47 codes, most used first
 * @param advice signed texts: language → level → text
 * @param patientRecordUrl template of the link into the hospital record; empty: none
 */
public record Site(
    String siteId,
    String name,
    ZoneId zone,
    String country,
    List<String> languages,
    String emergencyNumber,
    String advicePhone,
    Map<String, Map<AdviceLevel, String>> advice,
    List<StaffedHours> staffedHours,
    String patientRecordUrl,
    SiteStatus status) {

  private static final int VERSION_DIGITS = 12;
  private static final int DAYS_UNTIL_A_WEEKDAY_RETURNS = 7;

  public Site {
    languages = List.copyOf(languages);
    advice = Map.copyOf(advice);
    staffedHours = List.copyOf(staffedHours);
  }

  /** Names what patients are told: the same words and numbers always have the same name. */
  public String adviceVersion() {
    Map<String, Map<AdviceLevel, String>> ordered = new TreeMap<>();
    advice.forEach((language, levels) -> ordered.put(language, new TreeMap<>(levels)));
    String name = EventId.of("advice", languages, emergencyNumber, advicePhone, ordered);
    return siteId + "/" + name.substring(0, VERSION_DIGITS);
  }

  /** True when somebody reads reports at this moment; a site that is not live is read by nobody. */
  public boolean watchedAt(Instant now) {
    return currentStretchEnd(now).isPresent();
  }

  /**
   * Until when the current stretch lasts, else when the next begins; empty when nobody ever reads.
   */
  public Optional<Instant> readBy(Instant now) {
    return currentStretchEnd(now).or(() -> nextStretchBegin(now));
  }

  private Optional<Instant> currentStretchEnd(Instant now) {
    return stretches(now)
        .filter(stretch -> !now.isBefore(stretch.begin()) && now.isBefore(stretch.end()))
        .map(Stretch::end)
        .max(Comparator.naturalOrder());
  }

  private Optional<Instant> nextStretchBegin(Instant now) {
    return stretches(now)
        .map(Stretch::begin)
        .filter(begin -> begin.isAfter(now))
        .min(Comparator.naturalOrder());
  }

  private Stream<Stretch> stretches(Instant now) {
    if (status != SiteStatus.LIVE) {
      return Stream.empty();
    }
    LocalDate today = LocalDate.ofInstant(now, zone);
    return IntStream.rangeClosed(0, DAYS_UNTIL_A_WEEKDAY_RETURNS)
        .mapToObj(today::plusDays)
        .flatMap(this::stretchesOn);
  }

  private Stream<Stretch> stretchesOn(LocalDate day) {
    return staffedHours.stream()
        .filter(hours -> hours.dayOfWeek() == day.getDayOfWeek())
        .map(hours -> Stretch.of(hours.beginsOn(day, zone), hours.endsOn(day, zone)));
  }

  private record Stretch(Instant begin, Instant end) {

    static Stretch of(ZonedDateTime begin, ZonedDateTime end) {
      return new Stretch(begin.toInstant(), end.toInstant());
    }
  }
}
