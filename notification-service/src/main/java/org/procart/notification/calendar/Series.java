package org.procart.notification.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;

/**
 * One event with its repetitions.
 *
 * @param start the first
 * @param rules by which it repeats
 * @param more further starts
 * @param fixed further stretches with their own ends
 * @param without starts that are taken out, or moved
 */
record Series(
    Named named,
    Moment start,
    Length length,
    List<Rule> rules,
    List<Moment> more,
    List<Occurrence> fixed,
    Without without) {

  Stream<Occurrence> between(Instant from, Instant to) {
    return Stream.concat(starts(from, to).map(this::occurrence), fixed.stream())
        .filter(occurrence -> occurrence.touches(from, to));
  }

  private Stream<Moment> starts(Instant from, Instant to) {
    Duration reach = Duration.between(start.first(), length.from(start.local()).last()).plusDays(1);
    LocalDateTime first = local(from.minus(reach));
    LocalDateTime last = local(to).plusDays(1);
    Stream<LocalDateTime> repeated =
        rules.stream().flatMap(rule -> rule.times(start.local(), first, last).stream());
    return Stream.of(
            Stream.of(start),
            repeated.map(start::at),
            more.stream().map(moment -> start.at(moment.on(start.rules()))))
        .flatMap(starts -> starts)
        .distinct()
        .filter(moment -> !without.has(moment));
  }

  private LocalDateTime local(Instant at) {
    return LocalDateTime.ofInstant(at, start.rules().getOffset(at));
  }

  private Occurrence occurrence(Moment begin) {
    return new Occurrence(named, begin.first(), length.from(begin.local()).last());
  }
}
