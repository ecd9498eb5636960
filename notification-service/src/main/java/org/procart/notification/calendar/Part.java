package org.procart.notification.calendar;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A component of a file as it stands there: its lines and the components within. */
final class Part {

  private final String name;
  private final List<Line> lines = new ArrayList<>();
  private final List<Part> parts = new ArrayList<>();

  Part(String name) {
    this.name = name;
  }

  void add(Line line) {
    lines.add(line);
  }

  void add(Part part) {
    parts.add(part);
  }

  Stream<Part> parts(String wanted) {
    return parts.stream().filter(part -> part.name.equals(wanted));
  }

  Stream<Part> parts() {
    return parts.stream();
  }

  Stream<Line> lines(String wanted) {
    return lines.stream().filter(line -> line.name().equals(wanted));
  }

  Optional<Line> line(String wanted) {
    return lines(wanted).findFirst();
  }

  Line needed(String wanted, String cure) {
    return line(wanted).orElseThrow(() -> new BadLineException(wanted, "missing", cure));
  }
}
