package org.procart.simulator.truth;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.procart.simulator.cohort.Episode;
import org.procart.simulator.cohort.Habits;
import org.procart.simulator.cohort.Patient;
import org.procart.simulator.cohort.Signs;
import org.procart.simulator.plan.Kind;
import org.procart.simulator.plan.Line;
import org.procart.simulator.plan.Plan;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is written of the cohort and of each report. All but the objects {@code enrolled} and {@code
 * sent}, which the sender adds, is the same for the same seed, first day and sites.
 */
public final class TruthLines {

  private static final double THOUSAND = 1000;

  private TruthLines() {}

  public static ObjectNode simulation(
      long seed, int patients, int days, String startDay, List<String> sites, Plan plan) {
    ObjectNode line =
        line("simulation")
            .put("seed", seed)
            .put("patients", patients)
            .put("days", days)
            .put("startDay", startDay);
    sites.forEach(line.putArray("sites")::add);
    for (Kind kind : Kind.values()) {
      line.withArray("forms").add(plan.form(kind).canonical());
    }
    return line;
  }

  public static ObjectNode of(Patient patient) {
    ObjectNode line =
        line("patient")
            .put("patient", patient.id())
            .put("site", patient.siteId())
            .put("zone", patient.zone().getId())
            .put("product", patient.product().id())
            .put("indication", patient.product().indication())
            .put("infusionDate", patient.infusionDate().toString())
            .put("carer", patient.carerId());
    episode(line, "crs", patient.crs());
    signs(line.putObject("signs"), patient.signs());
    episode(line, "icans", patient.icans());
    line.put("burden", Math.round(THOUSAND * patient.burden()) / THOUSAND);
    habits(line.putObject("habits"), patient.habits());
    patient.product().doubts().forEach(line.putArray("notes")::add);
    return line;
  }

  public static ObjectNode of(Line line) {
    return switch (line) {
      case Line.Report report -> report(report);
      case Line.Missing missing -> missing(missing);
    };
  }

  private static ObjectNode report(Line.Report report) {
    ObjectNode line =
        start("report", report)
            .put("by", report.by().name())
            .put("authored", time(report.authored()))
            .put("simulatedSend", time(report.at()))
            .put("copy", report.copy())
            .put("duplicateOf", report.duplicate() ? report.id() : null)
            .put("slip", report.slip());
    report.truth().note(line.putObject("true"));
    ObjectNode reported = line.putObject("reported");
    report.answers().forEach((linkId, answer) -> answer.note(reported, linkId));
    return line;
  }

  private static ObjectNode missing(Line.Missing missing) {
    ObjectNode line =
        start("missing", missing)
            .put("due", time(missing.at()))
            .put("why", missing.why().name())
            .put("carerReports", missing.carerReports());
    missing.truth().note(line.putObject("true"));
    return line;
  }

  private static ObjectNode start(String kind, Line line) {
    return line(kind)
        .put("report", line.id())
        .put("patient", line.patient().id())
        .put("form", line.kind().name())
        .put("day", line.day());
  }

  private static ObjectNode line(String kind) {
    return JsonMapper.shared().createObjectNode().put("kind", kind);
  }

  private static void episode(ObjectNode line, String name, @Nullable Episode episode) {
    if (episode == null) {
      line.putNull(name);
      return;
    }
    line.putObject(name)
        .put("grade", episode.grade())
        .put("onsetDay", episode.onsetDay())
        .put("days", episode.days());
  }

  private static void signs(ObjectNode line, Signs signs) {
    line.put("fever", signs.fever())
        .put("chills", signs.chills())
        .put("tachycardia", signs.tachycardia())
        .put("hypotension", signs.hypotension())
        .put("hypoxia", signs.hypoxia());
  }

  private static void habits(ObjectNode line, Habits habits) {
    line.put("usualTime", habits.usualTime().toString())
        .put("diligence", Math.round(THOUSAND * habits.diligence()) / THOUSAND)
        .put("weeklyDiligence", Math.round(THOUSAND * habits.weeklyDiligence()) / THOUSAND)
        .put("fahrenheit", habits.fahrenheit())
        .put("cuff", habits.cuff())
        .put("oximeter", habits.oximeter());
  }

  private static String time(OffsetDateTime time) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
  }
}
