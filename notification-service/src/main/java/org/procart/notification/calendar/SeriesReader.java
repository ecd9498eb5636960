package org.procart.notification.calendar;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Reads one event. */
final class SeriesReader {

  private static final List<String> NOT_READ = List.of("EXRULE");

  private final Moments moments;

  SeriesReader(Moments moments) {
    this.moments = moments;
  }

  /**
   * @param moved single occurrences of the same event that are written apart
   */
  Series read(Part event, List<Part> moved) {
    for (String name : NOT_READ) {
      if (event.line(name).isPresent()) {
        throw new BadLineException(name, "not-read", "Write the exceptions as EXDATE.");
      }
    }
    Moment start = moments.read(event.needed("DTSTART", "Give the event a start."));
    Named named = Named.read(event);
    Without without = new Without();
    event.lines("EXDATE").forEach(line -> without.add(line, moments));
    moved.stream()
        .flatMap(part -> part.lines("RECURRENCE-ID"))
        .forEach(line -> without.add(single(line), moments));
    return new Series(
        named,
        start,
        Length.read(event, start, moments),
        event.lines("RRULE").map(line -> Rule.ofTurn(line, start, moments)).toList(),
        event.lines("RDATE").filter(period().negate()).flatMap(moments::all).toList(),
        event.lines("RDATE").filter(period()).flatMap(line -> periods(named, line)).toList(),
        without);
  }

  private static Line single(Line line) {
    if (line.parameter("RANGE") != null) {
      throw new BadLineException(
          "RECURRENCE-ID", "not-read", "Write the changed later part as an event of its own.");
    }
    return line;
  }

  private static Predicate<Line> period() {
    return line -> line.value().contains("/");
  }

  private Stream<Occurrence> periods(Named named, Line line) {
    return Stream.of(line.value().split(",")).map(value -> period(named, line, value));
  }

  private Occurrence period(Named named, Line line, String value) {
    String[] ends = value.split("/", 2);
    if (ends.length < 2 || ends[1].startsWith("P")) {
      throw new BadLineException("RDATE", "not-read", "Write each period with its end.");
    }
    String zone = line.parameter("TZID");
    return new Occurrence(
        named,
        moments.read("RDATE", ends[0], zone).first(),
        moments.read("RDATE", ends[1], zone).last());
  }
}
