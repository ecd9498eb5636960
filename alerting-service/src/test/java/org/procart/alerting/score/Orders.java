package org.procart.alerting.score;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.procart.alerting.history.ScoredReport;

/** Orders in which reports may come. */
final class Orders {

  /** What was received later, or has the greater id, decides between equals. */
  private static final Comparator<ScoredReport> OBSERVATION =
      Comparator.comparing(ScoredReport::observedAt)
          .thenComparing(ScoredReport::receivedAt)
          .thenComparing(ScoredReport::scoreId);

  private Orders() {}

  static List<ScoredReport> byObservation(List<ScoredReport> reports) {
    return reports.stream().sorted(OBSERVATION).toList();
  }

  /** What is left once every correction is known, by observation. */
  static List<ScoredReport> finalRecord(List<ScoredReport> reports) {
    Set<String> replaced =
        reports.stream()
            .flatMap(report -> Optional.ofNullable(report.supersedes()).stream())
            .collect(Collectors.toSet());
    return byObservation(reports).stream()
        .filter(report -> !report.enteredInError() && !replaced.contains(report.submissionId()))
        .toList();
  }

  /** Each of them. */
  static <T> List<List<T>> every(List<T> items) {
    if (items.isEmpty()) {
      return List.of(List.of());
    }
    List<List<T>> all = new ArrayList<>();
    for (int first = 0; first < items.size(); first++) {
      List<T> others = new ArrayList<>(items);
      T head = others.remove(first);
      for (List<T> rest : every(others)) {
        List<T> order = new ArrayList<>(List.of(head));
        order.addAll(rest);
        all.add(order);
      }
    }
    return all;
  }

  /** Some, the reverse among them. */
  static <T> List<List<T>> some(List<T> items, int count, Random random) {
    List<List<T>> all = new ArrayList<>(List.of(items.reversed()));
    IntStream.range(1, count)
        .forEach(
            i -> {
              List<T> order = new ArrayList<>(items);
              Collections.shuffle(order, random);
              all.add(order);
            });
    return all;
  }
}
