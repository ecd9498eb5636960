package org.procart.alerting.rule;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.procart.schemas.yaml.YamlPart;

/**
 * What a rule must say to given facts.
 *
 * @param line in the file
 * @param facts given
 * @param expected {@code none}, a level, or level and clause as {@code RED/clause-id}
 */
record WorkedExample(int line, Facts facts, String expected) {

  private static final List<String> GIVEN =
      List.of(
          "scale",
          "value",
          "grade",
          "missing",
          "previous",
          "baseline",
          "differs",
          "values",
          "compositeMissing",
          "direction",
          "instrument",
          "scorer",
          "completeness",
          "reporter",
          "careStatus",
          "day",
          "hoursInHospital");

  static WorkedExample of(Subject subject, YamlPart example) {
    YamlPart given = example.allowing(List.of("given", "expect")).part("given").allowing(GIVEN);
    ScaleFacts scale = subject == Subject.SCALE ? scale(given) : null;
    return new WorkedExample(example.line(), facts(subject, given, scale), example.text("expect"));
  }

  private static Facts facts(Subject subject, YamlPart given, @Nullable ScaleFacts scale) {
    Double hours = number(given, "hoursInHospital");
    return subject == Subject.STAY
        ? Facts.ofStay(report(given), hours == null ? 0 : hours)
        : Facts.of(report(given), scale);
  }

  Optional<RuleSetFault> contradiction(Rule rule) {
    String actual =
        rule.finding(facts)
            .map(finding -> finding.level() + "/" + finding.clauseId())
            .orElse("none");
    return actual.equals(expected) || actual.startsWith(expected + "/")
        ? Optional.empty()
        : Optional.of(
            new RuleSetFault(
                line, "the example expects " + expected + ", but the rule says " + actual));
  }

  private static ReportFacts report(YamlPart given) {
    return new ReportFacts(
        text(given, "instrument", ""),
        text(given, "scorer", ""),
        text(given, "completeness", "COMPLETE"),
        text(given, "reporter", "PATIENT"),
        text(given, "careStatus", "ACTIVE"),
        integer(given, "day"),
        values(given));
  }

  private static ScaleFacts scale(YamlPart given) {
    return new ScaleFacts(
        given.text("scale"),
        number(given, "value"),
        integer(given, "grade"),
        given.optionalText("missing"),
        new Compared(
            number(given, "previous"),
            number(given, "baseline"),
            Boolean.parseBoolean(text(given, "differs", "false"))),
        Boolean.parseBoolean(text(given, "compositeMissing", "false")),
        Direction.of(text(given, "direction", "")));
  }

  private static Map<String, Double> values(YamlPart given) {
    Map<String, Double> values = new LinkedHashMap<>();
    given
        .find("values")
        .ifPresent(
            part ->
                part.entries().keySet().forEach(scale -> values.put(scale, required(part, scale))));
    return values;
  }

  private static Double required(YamlPart given, String key) {
    Double number = number(given, key);
    if (number == null) {
      throw given.part(key).fault("a number is expected here");
    }
    return number;
  }

  private static String text(YamlPart given, String key, String otherwise) {
    return given.find(key).map(YamlPart::text).orElse(otherwise);
  }

  private static @Nullable Double number(YamlPart given, String key) {
    String text = given.optionalText(key);
    try {
      return text == null ? null : Double.valueOf(text);
    } catch (NumberFormatException e) {
      throw given.part(key).fault("a number is expected here");
    }
  }

  private static @Nullable Integer integer(YamlPart given, String key) {
    String text = given.optionalText(key);
    try {
      return text == null ? null : Integer.valueOf(text);
    } catch (NumberFormatException e) {
      throw given.part(key).fault("a whole number is expected here");
    }
  }
}
