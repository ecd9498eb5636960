package org.procart.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.procart.local.command.Screen;
import org.procart.simulator.cohort.Patient;
import org.procart.simulator.plan.Line;
import org.procart.simulator.plan.Plan;
import org.procart.simulator.send.Intake;
import org.procart.simulator.send.Sender;
import org.procart.simulator.send.Stop;
import org.procart.simulator.send.Tokens;
import org.procart.simulator.truth.TruthFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Sending, against answers of every kind. */
class SenderTest {

  private static final Plan PLAN = new Plan(TestCohort.TABLES, TestCohort.CATALOGUE);
  private static final List<Patient> PATIENTS = TestCohort.patients(3, 12);
  private static final List<Line> LINES = PLAN.of(PATIENTS, 14);
  private static final List<Line.Report> REPORTS =
      LINES.stream().filter(Line.Report.class::isInstance).map(Line.Report.class::cast).toList();

  @TempDir Path directory;
  private FakePlatform platform;
  private final Stop stop = new Stop();
  private int run;

  @BeforeEach
  void start() throws IOException {
    platform = new FakePlatform(directory);
  }

  @AfterEach
  void end() {
    platform.close();
  }

  @Test
  void everythingArrivesOnceAndTheTruthSaysSo() throws IOException {
    Sender sender = simulate(Optional.empty());

    Set<String> ids = REPORTS.stream().map(Line.Report::id).collect(Collectors.toSet());
    assertThat(platform.taken().keySet()).isEqualTo(ids);
    assertThat(sender.tally().firstRefusal()).isEmpty();
    assertThat(sender.failure()).isEmpty();
    assertThat(sender.tally().byStatus().get(201).sum()).isEqualTo(ids.size());
    assertThat(sender.tally().byStatus().get(200).sum())
        .isEqualTo(REPORTS.size() - ids.size())
        .isEqualTo(sender.tally().duplicates())
        .isPositive();
    List<JsonNode> truth = truth();
    assertThat(truth).hasSize(PATIENTS.size() + LINES.size());
    assertThat(truth.stream().filter(line -> kind(line).equals("report")))
        .allMatch(line -> line.path("sent").path("receipt").asString("").startsWith("R-sim-3-"));
  }

  @Test
  void eachPatientsReportsArriveInTheSimulatedOrder() {
    simulate(Optional.empty());

    for (Patient patient : PATIENTS) {
      assertThat(platform.order().stream().filter(id -> id.startsWith(patient.id() + "-")))
          .containsExactlyElementsOf(
              REPORTS.stream()
                  .filter(report -> report.patient().equals(patient))
                  .map(Line.Report::id)
                  .toList());
    }
  }

  @Test
  void whoIsToldToWaitSendsTheSameAgain() {
    platform.mood =
        came ->
            switch (came.identity().hashCode() % 3) {
              case 0 -> came.before() < 2 ? 503 : 0;
              case 1 -> came.before() < 1 ? 429 : 0;
              default -> 0;
            };

    Sender sender = simulate(Optional.empty());

    assertThat(platform.taken())
        .hasSize((int) REPORTS.stream().map(Line.Report::id).distinct().count());
    assertThat(sender.tally().firstRefusal()).isEmpty();
    assertThat(sender.tally().waits()).isPositive();
    assertThat(sender.tally().byStatus()).containsOnlyKeys(200, 201);
  }

  @Test
  void anExpiredTokenIsRenewedOnce() {
    Map<String, String> refused = new HashMap<>();
    platform.mood =
        came -> {
          synchronized (refused) {
            String other = refused.putIfAbsent(came.identity(), came.token());
            return other == null || other.equals(came.token()) ? 401 : 0;
          }
        };

    assertThat(simulate(Optional.empty()).tally().firstRefusal()).isEmpty();
  }

  @Test
  void whatIsRefusedForGoodIsToldAndTheRestIsSent() throws IOException {
    String unwanted = REPORTS.get(5).id();
    platform.mood = came -> came.identity().equals(unwanted) ? 422 : 0;

    Sender sender = simulate(Optional.empty());

    assertThat(sender.tally().firstRefusal())
        .hasValueSatisfying(told -> assertThat(told).contains(unwanted, "422"));
    assertThat(platform.sendings(unwanted)).isEqualTo(1);
    assertThat(platform.taken()).doesNotContainKey(unwanted).hasSizeGreaterThan(50);
    assertThat(truth().stream().filter(line -> line.path("report").asString("").equals(unwanted)))
        .allMatch(line -> line.path("sent").path("status").asInt() == 422);
  }

  @Test
  void whenStoppedTheTruthHasWhatWasSentAndNothingElse() throws IOException {
    platform.mood =
        _ -> {
          if (platform.taken().size() == 40) {
            stop.ask();
          }
          return 0;
        };

    simulate(Optional.empty());

    Set<String> told =
        truth().stream()
            .filter(line -> kind(line).equals("report"))
            .map(line -> line.path("report").asString(""))
            .collect(Collectors.toSet());
    assertThat(told).isEqualTo(platform.taken().keySet());
    assertThat(told).hasSizeBetween(40, 60);
  }

  @Test
  void noFasterThanAsked() {
    long begun = System.nanoTime();

    simulate(Optional.of(200.0));

    Duration least = Duration.ofSeconds(1).multipliedBy(REPORTS.size() - 1).dividedBy(200);
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(least);
  }

  @Test
  void theSameAgainIsTheSameTruthButForReceiptsAndTimes() throws IOException {
    simulate(Optional.empty());
    List<String> first = withoutSending();

    simulate(Optional.empty());

    assertThat(withoutSending()).isEqualTo(first);
    assertThat(platform.taken())
        .hasSize((int) REPORTS.stream().map(Line.Report::id).distinct().count());
  }

  private Sender simulate(Optional<Double> rate) {
    run++;
    Tokens tokens = new Tokens(platform.issuer(), Clock.systemUTC());
    Intake intake = new Intake(platform.url(), tokens, PLAN);
    try (TruthFile truth = new TruthFile(file())) {
      Sender sender = new Sender(intake, truth, new Screen(), stop, Clock.systemUTC());
      sender.enrol(PATIENTS);
      sender.send(LINES, rate);
      return sender;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private Path file() {
    return directory.resolve("truth-" + run + ".jsonl");
  }

  private List<JsonNode> truth() throws IOException {
    List<JsonNode> lines = new ArrayList<>();
    for (String line : Files.readAllLines(file())) {
      lines.add(JsonMapper.shared().readTree(line));
    }
    return lines;
  }

  private List<String> withoutSending() throws IOException {
    return truth().stream()
        .map(line -> ((ObjectNode) line).without(List.of("sent", "enrolled")).toString())
        .toList();
  }

  private static String kind(JsonNode line) {
    return line.path("kind").asString("");
  }
}
