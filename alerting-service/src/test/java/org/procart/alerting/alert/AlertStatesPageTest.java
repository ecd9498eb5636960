package org.procart.alerting.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.procart.alerting.alert.AlertMoves.Made;
import org.procart.alerting.alert.AlertMoves.Transition;

/** docs/alert-states.md: every move of an alert, found by making all of them. */
class AlertStatesPageTest {

  private static final Path PAGE = Path.of("../docs/alert-states.md");
  private static final String COMMAND = "mvn -pl alerting-service test -Dprocart.docs.write=true";

  /** Enough to come everywhere; random walks go much further and find nothing new. */
  private static final int MOVES = 4;

  private static final int WALKS = 200;
  private static final int STEPS_A_WALK = 40;

  private static final List<String> ORDER =
      List.of(
          "nothing",
          "OPEN",
          "OPEN, not paged",
          "ACKNOWLEDGED",
          "ACKNOWLEDGED, not paged",
          "CLOSED");

  private static final Comparator<Transition> BY_STATE =
      Comparator.comparing((Transition one) -> ORDER.indexOf(one.from()))
          .thenComparing(Transition::event)
          .thenComparing(Transition::kind)
          .thenComparing(Transition::to);

  private static final String HEAD =
      """
      # The states of an alert

      Made by `%s`, which drives the code
      through every move it has; the build fails when this page is stale. An alert is the episode of one
      rule for one patient at one site: at most one of them is not closed.

      - **OPEN** waits for a person, **ACKNOWLEDGED** is in somebody's hands, **CLOSED** is over: whatever
        rings after it raises a new alert. Who closes an OPEN alert acknowledges it first, in one go.
      - *Not paged*: all that rang was observed too long before it was received, or is for the work-list
        only. It is listed, and nobody's phone rang for it.
      - A *sounding* has a number; every new one starts the paging from its beginning, and only its own
        acknowledgement stops it. What sounded is the measure for what comes next: it never falls.
      - RED alone is sounded again by the auditor or for want of an action; both look only at alerts for
        which somebody was paged.

      """
          .formatted(COMMAND);

  private static final String HUSHES =
      """
      ## Why a ring made no sound

      Every one is counted in `procart.alerts.hushed{reason}` and stands in the alert's story. Each ring
      is looked at anew: the first one that is worse than what sounded, or that may page somebody where
      nobody was paged, sounds. And a hush ends by itself: what somebody took sounds again when the same
      rings after the rule's `quiet` time (RED 24 h, AMBER 72 h where the rule says nothing, proposals).
      While nobody took it, it is being paged anyway. After closure a ring raises a new alert.

      | reason | when | what sounds after it |
      |---|---|---|
      """;

  @Test
  void thePageIsCurrent() throws IOException {
    String page = HEAD + diagram() + table() + hushes();
    if (Boolean.getBoolean("procart.docs.write")) {
      Files.writeString(PAGE, page);
    }

    assertThat(PAGE)
        .as("%s is stale: run %s and commit it", PAGE, COMMAND)
        .content(StandardCharsets.UTF_8)
        .isEqualTo(page);
  }

  @Test
  void everyMoveThatAnAlertHasIsInIt() {
    List<String> driven =
        List.of("acknowledge", "act", "close", "correct", "hear", "idle", "raise", "rearm");

    List<String> moves =
        Stream.of(
                Alert.class,
                Alert.Live.class,
                Alert.Open.class,
                Alert.Acknowledged.class,
                Alert.Closed.class)
            .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
            .filter(method -> Move.class.isAssignableFrom(method.getReturnType()))
            .filter(method -> Modifier.isPublic(method.getModifiers()))
            .map(Method::getName)
            .distinct()
            .sorted()
            .toList();

    assertThat(moves).as("moves that the page must drive").isEqualTo(driven);
  }

  @Test
  void everyEventHappensSomewhere() {
    Set<AlertEvent> seen =
        transitions().stream()
            .map(Transition::event)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(AlertEvent.class)));

    assertThat(seen).containsExactlyInAnyOrder(AlertEvent.values());
  }

  @Test
  void oneEventInOneStateHasOneOutcome() {
    assertThat(transitions())
        .extracting(one -> one.from() + ": " + one.event())
        .doesNotHaveDuplicates();
  }

  @Test
  void noWalkLeavesTheTable() {
    Set<Transition> table = transitions();
    for (int seed = 0; seed < WALKS; seed++) {
      Random random = new Random(seed);
      FollowedAlert alert = FollowedAlert.NOTHING;
      for (int step = 0; step < STEPS_A_WALK && !alert.state().equals("CLOSED"); step++) {
        List<Made> possible = AlertMoves.all(alert, List.of(randomRing(random, "ring-" + step)));
        Made made = possible.get(random.nextInt(possible.size()));
        assertThat(table).as("step %d of walk %d", step, seed).contains(made.transition());
        alert = made.after();
      }
    }
  }

  @Test
  void onlyWhatIsWorseOrNotAnsweredSoundsAgain() {
    assertThat(transitions().stream().filter(Transition::sounds).map(Transition::event))
        .containsOnly(
            AlertEvent.RINGS,
            AlertEvent.RINGS_WORSE,
            AlertEvent.RINGS_AFTER_THE_HUSH,
            AlertEvent.NOT_PAGING,
            AlertEvent.IDLE);
  }

  @Test
  void everyRingThatMakesNoSoundHasAReason() {
    assertThat(transitions())
        .filteredOn(one -> one.event().name().startsWith("RINGS") && !one.sounds())
        .isNotEmpty()
        .allSatisfy(one -> assertThat(one.hush()).isNotEmpty());
    assertThat(transitions())
        .filteredOn(Transition::sounds)
        .isNotEmpty()
        .allSatisfy(one -> assertThat(one.hush()).isEmpty());
  }

  private static Set<Transition> transitions() {
    Set<Transition> found = new TreeSet<>(BY_STATE);
    explore(FollowedAlert.NOTHING, MOVES, found);
    return found;
  }

  private static void explore(FollowedAlert from, int moves, Set<Transition> found) {
    if (moves > 0) {
      for (Made made : AlertMoves.all(from, AlertMoves.RINGS)) {
        found.add(made.transition());
        explore(made.after(), moves - 1, found);
      }
    }
  }

  private static Ring randomRing(Random random, String cause) {
    TestRings ring = TestRings.ring(cause);
    for (int i = random.nextInt(3); i >= 0; i--) {
      switch (random.nextInt(6)) {
        case 0 -> ring.observedLongAgo();
        case 1 -> ring.forTheWorkListOnly();
        default -> {
          // pages
        }
      }
      String scale = "scale-" + i;
      double value = random.nextInt(5);
      if (random.nextBoolean()) {
        ring.red(scale, value);
      } else {
        ring.amber(scale, value);
      }
    }
    return ring.build();
  }

  private static String diagram() {
    Map<String, Set<String>> edges = new LinkedHashMap<>();
    for (Transition one : transitions()) {
      if (one.sounds() || !one.from().equals(one.to())) {
        edges
            .computeIfAbsent(node(one.from()) + " --> " + node(one.to()), edge -> new TreeSet<>())
            .add(one.kind() + (one.sounds() ? " (sounds)" : ""));
      }
    }
    return "Moves that change the state or sound; all others are in the table.\n\n"
        + "```mermaid\nstateDiagram-v2\n"
        + ORDER.stream()
            .skip(1)
            .map(state -> "    state \"%s\" as %s\n".formatted(state, node(state)))
            .collect(Collectors.joining())
        + edges.entrySet().stream()
            .map(
                edge -> "    %s: %s\n".formatted(edge.getKey(), String.join(", ", edge.getValue())))
            .collect(Collectors.joining())
        + "    CLOSED --> [*]\n```\n\n";
  }

  private static String node(String state) {
    return state.equals("nothing") ? "[*]" : state.replace(", not paged", "_NOT_PAGED");
  }

  private static String table() {
    return "## Every move\n\n"
        + "| from | what happens | to | sounds | change | hushed because |\n"
        + "|---|---|---|---|---|---|\n"
        + transitions().stream()
            .map(
                one ->
                    "| %s | %s | %s | %s | %s | %s |\n"
                        .formatted(
                            one.from(),
                            one.event().words(),
                            one.to(),
                            one.sounds() ? "yes" : "no",
                            one.kind(),
                            one.hush()))
            .collect(Collectors.joining())
        + "\n";
  }

  private static String hushes() {
    return HUSHES
        + Arrays.stream(Hush.values())
            .map(
                hush ->
                    "| %s | %s | %s |\n"
                        .formatted(hush, meaning(hush), String.join("; ", ends(hush))))
            .collect(Collectors.joining());
  }

  private static String meaning(Hush hush) {
    return switch (hush) {
      case OBSERVED_LONG_AGO ->
          "observed longer before it was received than `procart.alerting.paging.observed-within`"
              + " (72 h), so that nobody could act on it as on news";
      case WORK_LIST_ONLY -> "every clause that rang says `listOnly`";
      case SAME_OR_CALMER ->
          "somebody was paged for the same or worse in this episode, whether it was acknowledged or"
              + " not";
    };
  }

  /** What sounds in a state that the hushed ring can lead to. */
  private static Set<String> ends(Hush hush) {
    Set<Transition> all = transitions();
    Set<String> quiet =
        all.stream()
            .filter(one -> one.hush().equals(hush.name()))
            .map(Transition::to)
            .collect(Collectors.toSet());
    return all.stream()
        .filter(one -> one.sounds() && quiet.contains(one.from()))
        .map(one -> one.event().words())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
