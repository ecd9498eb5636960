package org.procart.alerting.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.procart.alerting.alert.Alert;
import org.procart.alerting.history.ScoredReport;
import org.procart.alerting.rule.RuleSet;
import org.procart.alerting.rule.TestRules;

/**
 * Reports come late, twice and in any order, and are corrected. Whatever the order, nobody may be
 * paged for less than had they come in the order in which they were observed.
 */
class EveryOrderTest {

  private static final int FEW = 4;
  private static final int MANY = 12;

  /** Each a set of reports; the number names it in a failure. */
  private static final int SETS_OF_FEW = 150;

  /** Corrections go wrong in rarer cases. */
  private static final int SETS_OF_CORRECTED = 500;

  private static final int SETS_OF_MANY = 40;
  private static final int ORDERS_OF_MANY = 12;

  /** Said by the second of two reports, whichever that is. */
  private static final Set<String> SAID_BY_THE_SECOND = Set.of("two-ambers", "reporters-differ");

  private static final Set<String> MEASURED =
      Set.of("raw-plus-2", "new-skin-sign", "ice-below-baseline", "drop-10");

  private final RuleSet rules = TestRules.defaultSet();

  @Test
  void everyOrderSoundsAtLeastWhatTheOrderOfObservationSounds() {
    forAll(
        SETS_OF_FEW,
        RandomReports::receivedInTime,
        (reports, order) -> Worst.notSounded(alerts(Orders.byObservation(reports)), alerts(order)));
  }

  @Test
  void theSameSignsRingInEveryOrder() {
    forAll(
        SETS_OF_FEW,
        RandomReports::receivedInTime,
        (reports, order) -> {
          Set<Ward.Rung> wanted = Ward.receiving(rules, Orders.byObservation(reports)).rung();
          Set<Ward.Rung> actual = Ward.receiving(rules, order).rung();
          return differences(wanted, actual);
        });
  }

  @Test
  void whateverIsCorrectedWhenWhatIsLeftInTheEndHasSounded() {
    forAll(
        SETS_OF_CORRECTED,
        RandomReports::withCorrections,
        (reports, order) -> {
          Ward left = Ward.receiving(rules, Orders.finalRecord(reports));
          Ward actual = Ward.receiving(rules, order);
          List<String> lacking = Worst.notSounded(left.alerts(), actual.alerts());
          left.rung().stream()
              .filter(one -> !SAID_BY_THE_SECOND.contains(one.clause()))
              .filter(one -> !actual.rung().contains(one))
              .forEach(one -> lacking.add("lacks " + one));
          return lacking;
        });
  }

  @Test
  void whatIsReceivedLateIsHeardInEveryOrder() {
    forAll(
        SETS_OF_FEW,
        RandomReports::withLateOnes,
        (reports, order) -> Worst.notHeard(alerts(Orders.byObservation(reports)), alerts(order)));
  }

  @Test
  void duplicatesChangeNothing() {
    forAll(
        SETS_OF_FEW,
        RandomReports::withCorrections,
        (reports, order) -> {
          Ward once = Ward.receiving(rules, order);
          Ward twice = twice(order, new Random(order.hashCode()));
          return once.alerts().equals(twice.alerts())
              ? List.of()
              : List.of("other alerts " + twice.alerts());
        });
  }

  @Test
  void whatSoundedNeverFalls() {
    forAll(
        SETS_OF_FEW,
        RandomReports::withCorrections,
        (reports, order) -> {
          Ward ward = new Ward(rules);
          List<String> fallen = new ArrayList<>();
          for (ScoredReport report : order) {
            Map<String, Alert.Live> before = new TreeMap<>(ward.alerts());
            ward.receive(report);
            fallen.addAll(Worst.notSounded(before, ward.alerts()));
            fallen.addAll(Worst.notHeard(before, ward.alerts()));
          }
          return fallen;
        });
  }

  /** Every order of few reports, some orders of many. */
  private void forAll(
      int setsOfFew,
      BiFunction<RandomReports, Integer, List<ScoredReport>> sets,
      BiFunction<List<ScoredReport>, List<ScoredReport>, List<String>> wrongs) {
    for (int seed = 0; seed < setsOfFew; seed++) {
      List<ScoredReport> reports = sets.apply(new RandomReports(seed), FEW);
      check(seed, reports, Orders.every(reports), wrongs);
    }
    for (int seed = 0; seed < SETS_OF_MANY; seed++) {
      List<ScoredReport> reports = sets.apply(new RandomReports(seed), MANY);
      check(seed, reports, Orders.some(reports, ORDERS_OF_MANY, new Random(seed)), wrongs);
    }
  }

  private static void check(
      int seed,
      List<ScoredReport> reports,
      List<List<ScoredReport>> orders,
      BiFunction<List<ScoredReport>, List<ScoredReport>, List<String>> wrongs) {
    for (List<ScoredReport> order : orders) {
      if (!wrongs.apply(reports, order).isEmpty()) {
        List<ScoredReport> least = least(order, wrongs);
        assertThat(wrongs.apply(least, least))
            .as("%d reports of set %d come in this order: %s", reports.size(), seed, told(least))
            .isEmpty();
      }
    }
  }

  /** Without the reports that do not matter for what is wrong. */
  private static List<ScoredReport> least(
      List<ScoredReport> order,
      BiFunction<List<ScoredReport>, List<ScoredReport>, List<String>> wrongs) {
    for (ScoredReport one : order) {
      List<ScoredReport> fewer = order.stream().filter(other -> other != one).toList();
      if (!wrongs.apply(fewer, fewer).isEmpty()) {
        return least(fewer, wrongs);
      }
    }
    return order;
  }

  private static String told(List<ScoredReport> reports) {
    return reports.stream()
        .map(
            one ->
                "\n%s by %s/%s %s at %s, replaces %s: %s"
                    .formatted(
                        one.scoreId(),
                        one.reporter(),
                        one.reporterId(),
                        one.status(),
                        one.observedAt(),
                        one.supersedes(),
                        one.scales().stream()
                            .map(score -> score.scale() + "=" + score.value())
                            .toList()))
        .collect(Collectors.joining());
  }

  private static List<String> differences(Set<Ward.Rung> wanted, Set<Ward.Rung> actual) {
    List<String> differences = new ArrayList<>();
    wanted.stream()
        .filter(one -> !SAID_BY_THE_SECOND.contains(one.clause()) && !actual.contains(one))
        .forEach(one -> differences.add("lacks " + one));
    actual.stream()
        .filter(one -> !SAID_BY_THE_SECOND.contains(one.clause()) && !wanted.contains(one))
        .filter(one -> !MEASURED.contains(one.clause()))
        .forEach(one -> differences.add("only here " + one));
    return differences;
  }

  private Map<String, Alert.Live> alerts(List<ScoredReport> order) {
    return Ward.receiving(rules, order).alerts();
  }

  /** Each dies on the way and comes again at once; others come again later. */
  private Ward twice(List<ScoredReport> order, Random random) {
    Ward ward = new Ward(rules);
    List<ScoredReport> seen = new ArrayList<>();
    for (ScoredReport report : order) {
      ward.dieOver(report, random.nextInt(4));
      ward.receive(report);
      seen.add(report);
      ScoredReport duplicate = seen.get(random.nextInt(seen.size()));
      ward.receive(duplicate);
    }
    seen.reversed().forEach(ward::receive);
    return ward;
  }
}
