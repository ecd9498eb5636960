package org.procart.notification.cover;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.procart.chassis.alarm.OperationsAlarms;
import org.procart.notification.document.KeptRecords;
import org.procart.notification.oncall.Gap;
import org.procart.notification.oncall.Roster;
import org.procart.notification.oncall.StaffWording;
import org.springframework.stereotype.Component;

/**
 * Tells a site before nobody can be paged in a layer. First told, then noted: who is killed in
 * between is told twice, never not at all.
 */
@Component
class GapWarnings {

  private static final String GAP_AHEAD = "COVER_GAP_AHEAD";
  private static final Duration FURTHER = Duration.ofDays(7);
  private static final Comparator<Warning> FIRST =
      Comparator.comparing(Warning::from).thenComparing(Warning::id);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  private final SiteWord word;
  private final WatchSettings settings;
  private final OperationsAlarms alarms;
  private final Clock clock;
  private final KeptRecords<Warning> warnings;

  GapWarnings(
      SiteWord word,
      WatchSettings settings,
      OperationsAlarms alarms,
      Clock clock,
      MongoDatabase database) {
    this.word = word;
    this.settings = settings;
    this.alarms = alarms;
    this.clock = clock;
    this.warnings = new KeptRecords<>(database, "cover_warnings", Warning.class);
  }

  /** The instance that raised it need not be the one that looks now. */
  void clearWhenOver(String siteId) {
    if (open(siteId).isEmpty()) {
      alarms.clear(GAP_AHEAD, siteId);
    }
  }

  void look(String siteId, Roster roster, Predicate<String> reachable) {
    Instant now = clock.instant();
    Instant last = now.plus(settings.horizon());
    // Looked at further, so that the end of a gap is known when its begin comes in sight.
    List<Gap> gaps =
        roster.gaps(now, last.plus(FURTHER), reachable).stream()
            .filter(gap -> gap.from().isBefore(last))
            .toList();
    List<Warning> open = open(siteId);
    List<Warning> due =
        gaps.stream().flatMap(gap -> due(siteId, gap, open, now).stream()).sorted(FIRST).toList();
    if (!due.isEmpty()) {
      warn(due, roster.zone());
    }
    open.stream()
        .filter(warning -> gaps.stream().noneMatch(warning::isOf))
        .forEach(warning -> over(warning, roster.zone(), now));
  }

  /** Empty: the site was told already. */
  private Optional<Warning> due(String siteId, Gap gap, List<Warning> open, Instant now) {
    Duration ahead = settings.due(Duration.between(now, gap.from()));
    Optional<Warning> known = open.stream().filter(warning -> warning.isOf(gap)).findFirst();
    return known.isEmpty()
        ? Optional.of(Warning.of(siteId, gap, ahead))
        : known
            .filter(warning -> !warning.wasToldAt(ahead))
            .map(warning -> warning.told(gap, ahead));
  }

  /** One message for all: a rota that was emptied has many gaps. */
  private void warn(List<Warning> due, ZoneId zone) {
    Warning first = due.getFirst();
    word.tell(
        first.siteId(),
        "gap-" + first.id() + "-" + first.minutes(),
        StaffWording.GAP_SUBJECT,
        StaffWording.GAP,
        first.siteId(),
        first.role(),
        first.layer(),
        time(first.from(), zone),
        time(first.to(), zone),
        due.size() == 1 ? "" : " (+" + (due.size() - 1) + ")");
    alarms.raise(
        GAP_AHEAD,
        first.siteId(),
        "A layer of the rota has nobody who can be paged. See the site's cover.");
    due.forEach(warning -> warnings.put(warning.id(), warning));
  }

  private void over(Warning warning, ZoneId zone, Instant now) {
    if (now.isBefore(warning.to())) {
      word.tell(
          warning.siteId(),
          "mended-" + warning.id(),
          StaffWording.MENDED_SUBJECT,
          StaffWording.MENDED,
          warning.siteId(),
          warning.role(),
          warning.layer(),
          time(warning.from(), zone));
    }
    warnings.remove(warning.id());
  }

  private List<Warning> open(String siteId) {
    return warnings.all().stream().filter(each -> each.siteId().equals(siteId)).toList();
  }

  private static String time(Instant at, ZoneId zone) {
    return TIME.format(at.atZone(zone));
  }
}
