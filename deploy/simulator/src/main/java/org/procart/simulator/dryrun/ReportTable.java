package org.procart.simulator.dryrun;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.procart.local.command.Screen;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** A report as a table: what is in force on the left, what is tried on the right. */
final class ReportTable {

  private static final double PERCENT = 100;
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Screen screen;

  ReportTable(Screen screen) {
    this.screen = screen;
  }

  void show(JsonNode report) {
    JsonNode inForce = report.path("compared");
    JsonNode tried = report.path("candidate");
    coverage(report.path("coverage"));
    line("");
    row("", name(inForce), name(tried));
    row("", "in force", "tried");
    load(inForce.path("load"), tried.path("load"));
    line("");
    row("reports that ring, by rule", "", "");
    rules(inForce, tried);
    line("");
    difference(report.path("difference"));
    line("");
    actedOn(report.path("actedOn"));
    if (tried.path("accuracy").isObject()) {
      line("");
      accuracy(report.path("coverage").path("truth"), inForce, tried);
    }
    notReplayed(tried.path("notReplayed"));
  }

  private void coverage(JsonNode coverage) {
    line(
        String.format(
            Locale.ROOT,
            "%d reports of %d patients, %d patient-days, %s to %s UTC, %s.",
            coverage.path("reports").asInt(),
            coverage.path("patients").asInt(),
            coverage.path("patientDays").asInt(),
            DAY.format(Instant.parse(coverage.path("from").asString())),
            DAY.format(Instant.parse(coverage.path("to").asString())),
            coverage.path("siteId").isString()
                ? coverage.path("siteId").asString()
                : "sites without a set of their own"));
    line(
        "An alert ends "
            + coverage.path("episodeHours").asInt()
            + " h after its last ring: nobody closes it here.");
  }

  private void load(JsonNode inForce, JsonNode tried) {
    both("RED alerts", inForce, tried, "red");
    both("AMBER alerts", inForce, tried, "amber");
    both("  listed only", inForce, tried, "listedOnly");
    both("soundings", inForce, tried, "soundings");
    both("alerts per 100 reports", inForce, tried, "alertsPer100Reports");
    both("soundings per 100 reports", inForce, tried, "soundingsPer100Reports");
    both("alerts per patient-day", inForce, tried, "alertsPerPatientDay");
    both("soundings per patient-day", inForce, tried, "soundingsPerPatientDay");
    row(
        "reports that ring",
        percent(inForce.path("shareOfReports")),
        percent(tried.path("shareOfReports")));
  }

  private void rules(JsonNode inForce, JsonNode tried) {
    Map<String, JsonNode> left = by("ruleId", inForce.path("rules"));
    Map<String, JsonNode> right = by("ruleId", tried.path("rules"));
    both(left, right)
        .forEach(
            rule -> {
              JsonNode one = at(left, rule);
              JsonNode other = at(right, rule);
              both("  " + rule, one, other, "reports");
              clauses(one.path("clauses"), other.path("clauses"));
            });
  }

  private void clauses(JsonNode inForce, JsonNode tried) {
    Map<String, JsonNode> left = by("clauseId", inForce);
    Map<String, JsonNode> right = by("clauseId", tried);
    both(left, right)
        .forEach(clause -> both("    " + clause, at(left, clause), at(right, clause), "reports"));
  }

  private void difference(JsonNode difference) {
    row("reports that ring in one only", "removed", "added");
    Map<String, JsonNode> left = by("ruleId", difference.path("removed"));
    Map<String, JsonNode> right = by("ruleId", difference.path("added"));
    both(left, right)
        .forEach(rule -> both("  " + rule, at(left, rule), at(right, rule), "reports"));
    both(left, right)
        .forEach(
            rule -> both("  " + rule + ", sounding", at(left, rule), at(right, rule), "sounding"));
    if (left.isEmpty() && right.isEmpty()) {
      row("  none", "0", "0");
    }
    row("  RED became AMBER", "", number(difference.path("toAmber")));
    row("  AMBER became RED", "", number(difference.path("toRed")));
  }

  private void actedOn(JsonNode acted) {
    row("alerts really opened", number(acted.path("alerts")), "");
    row("  with an action", percent(acted.path("share")), "");
    acted
        .path("byRule")
        .forEach(
            rule ->
                row(
                    "  " + rule.path("ruleId").asString(),
                    number(rule.path("alerts")),
                    percent(rule.path("share"))));
  }

  private void accuracy(JsonNode coverage, JsonNode inForce, JsonNode tried) {
    line(
        String.format(
            Locale.ROOT,
            "Against the truth about %d patients, %d events (%d outside the period); an alert"
                + " counts from %d h before to %d h after.",
            coverage.path("patients").asInt() - coverage.path("elsewhere").asInt(),
            coverage.path("events").asInt(),
            coverage.path("outside").asInt(),
            coverage.path("beforeHours").asInt(),
            coverage.path("afterHours").asInt()));
    JsonNode one = inForce.path("accuracy");
    JsonNode other = tried.path("accuracy");
    both("alerts that sounded", one, other, "alerts");
    row("  near any event (PPV)", percent(one.path("ppv")), percent(other.path("ppv")));
    Map<String, JsonNode> left = by("event", one.path("byEvent"));
    Map<String, JsonNode> right = by("event", other.path("byEvent"));
    both(left, right).forEach(event -> ofEvent(event, at(left, event), at(right, event)));
  }

  private void ofEvent(String event, JsonNode inForce, JsonNode tried) {
    both(event + ": events", inForce, tried, "events");
    both("  found", inForce, tried, "found");
    both("  an alert went on ringing", inForce, tried, "ringingAlready");
    row("  sensitivity", percent(inForce.path("sensitivity")), percent(tried.path("sensitivity")));
    row("  share of alerts (PPV)", percent(inForce.path("ppv")), percent(tried.path("ppv")));
    row("  lead in hours, median", median(inForce), median(tried));
    row("    middle half", middle(inForce), middle(tried));
  }

  private void notReplayed(JsonNode rules) {
    if (!rules.isEmpty()) {
      line("");
      line(
          "Not replayed, because no report decides them: "
              + String.join(", ", rules.valueStream().map(JsonNode::asString).toList())
              + ".");
    }
  }

  private static Map<String, JsonNode> by(String key, JsonNode list) {
    Map<String, JsonNode> found = new TreeMap<>();
    list.forEach(one -> found.put(one.path(key).asString(), one));
    return found;
  }

  private static Stream<String> both(Map<String, JsonNode> one, Map<String, JsonNode> other) {
    return Stream.concat(one.keySet().stream(), other.keySet().stream()).distinct().sorted();
  }

  private static JsonNode at(Map<String, JsonNode> found, String key) {
    JsonNode node = found.get(key);
    return node == null ? MissingNode.getInstance() : node;
  }

  private void both(String label, JsonNode one, JsonNode other, String name) {
    row(label, number(one.path(name)), number(other.path(name)));
  }

  private void row(String label, String left, String right) {
    line(String.format(Locale.ROOT, "  %-34s %20s %20s", label, left, right));
  }

  private void line(String text) {
    screen.line(text.stripTrailing());
  }

  private static String name(JsonNode version) {
    return version.path("ruleSetId").asString() + " " + version.path("version").asString();
  }

  private static String number(JsonNode value) {
    if (value.isIntegralNumber()) {
      return value.asString();
    }
    return value.isNumber()
        ? String.format(Locale.ROOT, value.asDouble() < 1 ? "%.3f" : "%.1f", value.asDouble())
        : value.isMissingNode() ? "0" : "-";
  }

  private static String percent(JsonNode share) {
    return share.isNumber()
        ? String.format(Locale.ROOT, "%.1f %%", PERCENT * share.asDouble())
        : "-";
  }

  private static String median(JsonNode event) {
    JsonNode median = event.path("lead").path("median");
    return median.isNumber() ? hours(median) : "-";
  }

  private static String middle(JsonNode event) {
    JsonNode lead = event.path("lead");
    return lead.isObject() ? hours(lead.path("lower")) + " to " + hours(lead.path("upper")) : "-";
  }

  private static String hours(JsonNode value) {
    double tenths = Math.round(10 * value.asDouble()) / 10.0;
    return String.format(Locale.ROOT, "%.1f", tenths == 0 ? 0 : tenths);
  }
}
