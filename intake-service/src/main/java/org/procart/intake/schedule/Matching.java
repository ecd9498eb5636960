package org.procart.intake.schedule;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toCollection;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.procart.intake.protocol.Entry;
import org.procart.intake.protocol.Reporter;

/**
 * Which report was for which occurrence. A report counts first for what was due when it was
 * observed; only what is left over makes up for something late. Otherwise somebody who missed one
 * day would be a day behind for ever.
 */
final class Matching {

  private final Map<String, List<Done>> freeByQuestionnaire;
  private final IdentityHashMap<Occurrence, Done> matched = new IdentityHashMap<>();

  private Matching(Collection<Done> reports) {
    // A whole report before a part of one; else the first.
    freeByQuestionnaire =
        reports.stream()
            .sorted(Comparator.comparing(Done::partial).thenComparing(Done::observedAt))
            .collect(groupingBy(Done::questionnaire, toCollection(ArrayList::new)));
  }

  /** By identity: two occurrences are never the same. */
  static IdentityHashMap<Occurrence, Done> of(
      List<Occurrence> occurrences, Collection<Done> reports) {
    Matching matching = new Matching(reports);
    for (Occurrence each : occurrences) {
      Occurrence.Place place = each.place();
      if (place != null) {
        matching.match(each, place.opensAt(), place.dueAt());
      }
    }
    for (Occurrence each : occurrences) {
      Occurrence.Place place = each.place();
      if (place != null && !matching.done(each)) {
        matching.match(each, place.dueAt(), place.closesAt());
      }
    }
    return matching.matched;
  }

  private boolean done(Occurrence occurrence) {
    Done report = matched.get(occurrence);
    return report != null && !report.partial();
  }

  /** A part that came in time is only replaced by the whole. */
  private void match(Occurrence occurrence, Instant from, Instant to) {
    boolean part = matched.containsKey(occurrence);
    List<Done> free =
        freeByQuestionnaire.getOrDefault(occurrence.entry().questionnaire(), List.of());
    free.stream()
        .filter(report -> answers(report, occurrence.entry()))
        .filter(report -> !report.observedAt().isBefore(from) && report.observedAt().isBefore(to))
        .filter(report -> !(part && report.partial()))
        .findFirst()
        .ifPresent(
            report -> {
              matched.put(occurrence, report);
              free.remove(report);
            });
  }

  static boolean answers(Done report, Entry entry) {
    return report.questionnaire().equals(entry.questionnaire())
        && (entry.reporters().isEmpty() || asked(report.reporter(), entry.reporters()));
  }

  /** Staff who write down what they are told, and front ends that do not say who spoke, count. */
  private static boolean asked(String reporter, List<Reporter> asked) {
    boolean known = reporter.equals("PATIENT") || reporter.equals("CARER");
    return !known || asked.stream().anyMatch(each -> each.name().equals(reporter));
  }
}
