package org.procart.intake.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.procart.intake.patient.CareStatus;
import org.procart.intake.patient.Patient;
import org.procart.intake.protocol.Protocol;
import org.procart.intake.schedule.Occurrence.Place;

/**
 * A patient's schedule at one moment.
 *
 * @param licensed which questionnaires may be asked
 */
record Agenda(Patient patient, Instant at, Licensed licensed) {

  /** One line of the schedule. */
  record Item(Occurrence occurrence, State state, @Nullable Done report) {}

  List<Item> items(Protocol protocol, Collection<Done> all) {
    List<Done> reports = all.stream().filter(each -> !each.observedAt().isAfter(at)).toList();
    List<Occurrence> plan = Plan.of(protocol, patient.infusionDates(), zone());
    IdentityHashMap<Occurrence, Done> matched = Matching.of(plan, reports);
    return plan.stream()
        .map(each -> item(each, each.place() == null ? latest(each, reports) : matched.get(each)))
        .toList();
  }

  ZoneId zone() {
    return patient.zone();
  }

  private Item item(Occurrence occurrence, @Nullable Done report) {
    return new Item(occurrence, state(occurrence, report), report);
  }

  private State state(Occurrence occurrence, @Nullable Done report) {
    if (report != null && !report.partial()) {
      return State.DONE;
    }
    if (ended()) {
      return State.CANCELLED;
    }
    Place place = occurrence.place();
    LocalDate day = place == null ? LocalDate.ofInstant(at, zone()) : place.dueOn();
    if (!licensed.on(day, occurrence.entry().questionnaire())) {
      return State.NOT_LICENSED;
    }
    return place == null ? State.OPEN : state(place);
  }

  private State state(Place place) {
    if (at.isBefore(place.opensAt())) {
      return State.UPCOMING;
    }
    if (at.isBefore(place.dueAt())) {
      return State.OPEN;
    }
    return at.isBefore(place.closesAt()) ? State.LATE : State.MISSED;
  }

  /** Nobody is to be reminded of what nobody would look at. */
  private boolean ended() {
    return patient.status() == CareStatus.DECEASED || !patient.watched();
  }

  /** Before an infusion is planned, a form counts as long as its window would be. */
  private @Nullable Done latest(Occurrence occurrence, Collection<Done> reports) {
    Duration window = Duration.ofDays(occurrence.entry().window().daysBefore() + 1L);
    return reports.stream()
        .filter(report -> Matching.answers(report, occurrence.entry()))
        .filter(report -> report.observedAt().isAfter(at.minus(window)))
        .max(
            Comparator.comparing((Done report) -> !report.partial())
                .thenComparing(Done::observedAt))
        .orElse(null);
  }
}
