package org.procart.alerting.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.procart.alerting.replay.Accuracy.OfEvent;
import org.procart.alerting.replay.Truth.Event;

/** Measures the soundings under one set against what really was, patient after patient. */
final class AccuracyTally {

  private static final double SECONDS_AN_HOUR = 3600;

  private final Truth truth;
  private final Map<String, OfKind> byKind = new TreeMap<>();
  private int alerts;
  private int nearEvent;

  private static final class OfKind {
    private final List<Double> leads = new ArrayList<>();
    private int events;
    private int nearEvent;
    private int ringingAlready;
  }

  AccuracyTally(Truth truth) {
    this.truth = truth;
    truth.kinds().forEach(kind -> byKind.put(kind, new OfKind()));
  }

  /**
   * @param events of the patient that count, by kind
   */
  void add(PatientWatch watch, Map<String, List<Event>> events) {
    List<ReplayedAlert> sounded = watch.alerts().stream().filter(ReplayedAlert::sounded).toList();
    List<Event> all = events.values().stream().flatMap(List::stream).toList();
    alerts += sounded.size();
    nearEvent += countNear(sounded, all);
    events.forEach((kind, ofKind) -> add(kind(kind), sounded, ofKind));
  }

  Accuracy accuracy() {
    List<OfEvent> kinds =
        byKind.entrySet().stream().map(kind -> of(kind.getKey(), kind.getValue())).toList();
    return new Accuracy(alerts, nearEvent, Share.of(nearEvent, alerts), kinds);
  }

  private void add(OfKind kind, List<ReplayedAlert> sounded, List<Event> events) {
    kind.events += events.size();
    kind.nearEvent += countNear(sounded, events);
    for (Event event : events) {
      Optional<Instant> first =
          sounded.stream()
              .flatMap(alert -> soundingsNear(alert, event))
              .min(Comparator.naturalOrder());
      first.ifPresent(sounding -> kind.leads.add(hours(sounding, event.at())));
      if (first.isEmpty() && sounded.stream().anyMatch(alert -> ringsNear(alert, event))) {
        kind.ringingAlready++;
      }
    }
  }

  private int countNear(List<ReplayedAlert> sounded, List<Event> events) {
    return (int)
        sounded.stream()
            .filter(
                alert -> events.stream().anyMatch(event -> soundingsNear(alert, event).count() > 0))
            .count();
  }

  private Stream<Instant> soundingsNear(ReplayedAlert alert, Event event) {
    return alert.soundings().stream().filter(sounding -> truth.isNear(sounding, event));
  }

  private boolean ringsNear(ReplayedAlert alert, Event event) {
    return alert.rings().stream().anyMatch(ring -> truth.isNear(ring, event));
  }

  private OfKind kind(String name) {
    return Objects.requireNonNull(byKind.get(name), name);
  }

  private OfEvent of(String name, OfKind kind) {
    int found = kind.leads.size();
    return new OfEvent(
        name,
        kind.events,
        found,
        kind.ringingAlready,
        Share.of(found, kind.events),
        kind.nearEvent,
        Share.of(kind.nearEvent, alerts),
        Quartiles.of(kind.leads));
  }

  private static double hours(Instant from, Instant to) {
    return Duration.between(from, to).toSeconds() / SECONDS_AN_HOUR;
  }
}
