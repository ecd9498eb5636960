package org.procart.alerting.rule;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The facts of one evaluation.
 *
 * @param scale null for the report as a whole
 * @param named all of them, by the names that conditions use
 */
record Facts(@Nullable ScaleFacts scale, Map<String, Object> named) {

  private static final ScaleFacts NO_SCALE =
      new ScaleFacts("", null, null, "", Compared.NOTHING, false, Direction.HIGHER_WORSE);

  static Facts of(ReportFacts report, @Nullable ScaleFacts scale) {
    return of(report, scale, 0);
  }

  /** Of a patient who is said to be in hospital. */
  static Facts ofStay(ReportFacts patient, double hours) {
    return of(patient, null, hours);
  }

  String instrument() {
    return String.valueOf(named.get(Fact.INSTRUMENT.label()));
  }

  private static Facts of(ReportFacts report, @Nullable ScaleFacts scale, double hoursInHospital) {
    Map<Fact, Object> facts = new EnumMap<>(Fact.class);
    putReport(facts, report);
    facts.put(Fact.HOURS_IN_HOSPITAL, hoursInHospital);
    putScale(facts, scale == null ? NO_SCALE : scale);
    Map<String, Object> named = new HashMap<>();
    facts.forEach((fact, value) -> named.put(fact.label(), value));
    return new Facts(scale, named);
  }

  private static void putReport(Map<Fact, Object> facts, ReportFacts report) {
    Integer day = report.day();
    facts.put(Fact.INSTRUMENT, report.instrument());
    facts.put(Fact.SCORER, report.scorer());
    facts.put(Fact.COMPLETENESS, report.completeness());
    facts.put(Fact.REPORTER, report.reporter());
    facts.put(Fact.CARE_STATUS, report.careStatus());
    facts.put(Fact.DAY_KNOWN, day != null);
    facts.put(Fact.DAY, day == null ? 0L : day.longValue());
    facts.put(Fact.VALUES, report.values());
  }

  private static void putScale(Map<Fact, Object> facts, ScaleFacts scale) {
    ScaleName name = ScaleName.of(scale.scale());
    facts.put(Fact.SCALE, name.id());
    facts.put(Fact.TERM, name.term());
    facts.put(Fact.ATTRIBUTE, name.attribute());
    facts.put(Fact.HAS_VALUE, scale.value() != null);
    facts.put(Fact.VALUE, orZero(scale.value()));
    facts.put(Fact.HAS_GRADE, scale.grade() != null);
    facts.put(Fact.GRADE, scale.grade() == null ? 0L : scale.grade().longValue());
    facts.put(Fact.MISSING, Objects.requireNonNullElse(scale.missing(), ""));
    Compared compared = scale.compared();
    facts.put(Fact.HAS_PREVIOUS, compared.previous() != null);
    facts.put(Fact.PREVIOUS, orZero(compared.previous()));
    facts.put(Fact.HAS_BASELINE, compared.baseline() != null);
    facts.put(Fact.BASELINE, orZero(compared.baseline()));
    facts.put(Fact.DIFFERS, compared.differs());
    facts.put(Fact.RISE, rise(scale));
    facts.put(Fact.COMPOSITE_MISSING, scale.compositeMissing());
  }

  private static Double orZero(@Nullable Double value) {
    return Objects.requireNonNullElse(value, 0.0);
  }

  private static Double rise(ScaleFacts scale) {
    Double value = scale.value();
    Double previous = scale.compared().previous();
    return value == null || previous == null ? 0.0 : value - previous;
  }
}
