package org.procart.alerting.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What really was, as somebody says it, of some patients.
 *
 * @param events by patient; no events: it is known that there were none
 * @param before how long before an event an alert may be about it
 * @param after how long after it
 */
record Truth(Map<String, List<Event>> events, Duration before, Duration after) {

  /**
   * Something happened to a patient.
   *
   * @param kind for example crs or icans
   */
  record Event(String kind, Instant at) {}

  boolean tellsOf(String patientId) {
    return events.containsKey(patientId);
  }

  /** The patient's events in the time, by kind. */
  Map<String, List<Event>> of(String patientId, Period period) {
    Map<String, List<Event>> byKind = new TreeMap<>();
    events.getOrDefault(patientId, List.of()).stream()
        .filter(event -> period.contains(event.at()))
        .forEach(event -> byKind.computeIfAbsent(event.kind(), _ -> new ArrayList<>()).add(event));
    return byKind;
  }

  Set<String> kinds() {
    Set<String> kinds = new TreeSet<>();
    events.values().forEach(all -> all.forEach(event -> kinds.add(event.kind())));
    return kinds;
  }

  boolean isNear(Instant sounding, Event event) {
    return !sounding.isBefore(event.at().minus(before))
        && !sounding.isAfter(event.at().plus(after));
  }
}
