package org.procart.simulator.dryrun;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.procart.local.command.CommandException;
import org.procart.simulator.plan.Kind;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the truth file of a simulation says about CRS and ICANS. An event is the first day of it, at
 * the time when the home check of that day was made or would have been. What begins in hospital,
 * where nobody sends a home check, or after the simulation's end is no event that rules could find.
 */
final class SimulatedTruth {

  private static final List<String> KINDS = List.of("crs", "icans");
  private static final String IN_HOSPITAL = "IN_HOSPITAL";

  private final Map<String, JsonNode> patients = new TreeMap<>();
  private final Set<String> sites = new TreeSet<>();
  private final Map<String, OffsetDateTime> arrivals = new HashMap<>();

  /** Time of the home check, by patient and day. */
  private final Map<Day, OffsetDateTime> checks = new HashMap<>();

  private final Set<Day> inHospital = new HashSet<>();
  private LocalDate startDay = LocalDate.MAX;
  private int inHospitalAlready;
  private int afterTheEnd;

  private record Day(String patientId, int day) {}

  /** One patient's CRS or ICANS begins. */
  record Onset(String patientId, String kind, OffsetDateTime at) {}

  static SimulatedTruth read(Path file) throws IOException, CommandException {
    SimulatedTruth truth = new SimulatedTruth();
    try (Stream<String> lines = Files.lines(file)) {
      lines.filter(line -> !line.isBlank()).map(JsonMapper.shared()::readTree).forEach(truth::add);
    } catch (JacksonException e) {
      throw DryRunOptions.wrong(file + " is no truth file: see docs/simulator.md.");
    }
    if (truth.patients.isEmpty()) {
      throw DryRunOptions.wrong(file + " names no patient: see docs/simulator.md.");
    }
    return truth;
  }

  LocalDate startDay() {
    return startDay;
  }

  Set<String> sites() {
    return sites;
  }

  Set<String> patients() {
    return patients.keySet();
  }

  /** By receipt: when the report was first sent, in simulated time. */
  Map<String, OffsetDateTime> arrivals() {
    return arrivals;
  }

  List<Onset> onsets() {
    inHospitalAlready = 0;
    afterTheEnd = 0;
    List<Onset> onsets = new ArrayList<>();
    patients.forEach(
        (patientId, patient) -> KINDS.forEach(kind -> add(onsets, patientId, patient, kind)));
    return onsets;
  }

  /** How many were left out by {@link #onsets}, and why. */
  String leftOut() {
    return inHospitalAlready
        + " began in hospital and "
        + afterTheEnd
        + " after the simulation's end";
  }

  private void add(List<Onset> onsets, String patientId, JsonNode patient, String kind) {
    JsonNode episode = patient.path(kind);
    if (!episode.isObject()) {
      return;
    }
    Day day = new Day(patientId, episode.path("onsetDay").asInt());
    OffsetDateTime at = checks.get(day);
    if (inHospital.contains(day)) {
      inHospitalAlready++;
    } else if (at == null) {
      afterTheEnd++;
    } else {
      onsets.add(new Onset(patientId, kind, at));
    }
  }

  private void add(JsonNode line) {
    switch (line.path("kind").asString("")) {
      case "simulation" -> startDay = LocalDate.parse(line.path("startDay").asString());
      case "patient" -> {
        patients.put(line.path("patient").asString(), line);
        sites.add(line.path("site").asString());
      }
      case "report" -> {
        arrived(line);
        check(line, "authored");
      }
      case "missing" -> {
        check(line, "due");
        if (line.path("why").asString("").equals(IN_HOSPITAL)) {
          inHospital.add(day(line));
        }
      }
      default -> {} // of a later release
    }
  }

  private void arrived(JsonNode report) {
    String receipt = report.path("sent").path("receipt").asString("");
    if (!receipt.isEmpty()) {
      arrivals.merge(receipt, time(report, "simulatedSend"), SimulatedTruth::earlier);
    }
  }

  private void check(JsonNode line, String time) {
    if (line.path("form").asString("").equals(Kind.HOME_CHECK.name())) {
      checks.merge(day(line), time(line, time), SimulatedTruth::earlier);
    }
  }

  private static Day day(JsonNode line) {
    return new Day(line.path("patient").asString(), line.path("day").asInt());
  }

  private static OffsetDateTime time(JsonNode line, String name) {
    return OffsetDateTime.parse(line.path(name).asString());
  }

  private static OffsetDateTime earlier(OffsetDateTime one, OffsetDateTime other) {
    return other.isBefore(one) ? other : one;
  }
}
