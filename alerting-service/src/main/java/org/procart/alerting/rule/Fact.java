package org.procart.alerting.rule;

import dev.cel.common.types.CelType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;

/** The names that a condition may use, with type and unit. Facts that are missing have a flag. */
enum Fact {
  INSTRUMENT("instrument", SimpleType.STRING, "canonical URL of the questionnaire"),
  SCORER("scorer", SimpleType.STRING, "id of the scorer"),
  COMPLETENESS(
      "completeness", SimpleType.STRING, "COMPLETE, PARTIAL, SALVAGED, CONFLICTING or UNREADABLE"),
  REPORTER("reporter", SimpleType.STRING, "PATIENT, CARER, STAFF or UNKNOWN"),
  CARE_STATUS(
      "careStatus",
      SimpleType.STRING,
      "PLANNED, ACTIVE, IN_HOSPITAL, COMPLETED, WITHDRAWN, DECEASED, or empty where unknown"),
  DAY_KNOWN("dayKnown", SimpleType.BOOL, "false: not infused, or the day is not known"),
  DAY("day", SimpleType.INT, "day after infusion, in days; 0 when not dayKnown"),
  HOURS_IN_HOSPITAL(
      "hoursInHospital",
      SimpleType.DOUBLE,
      "how long the patient has been said to be in hospital, in hours; 0 unless the rule's subject"
          + " is a stay"),
  VALUES(
      "values",
      MapType.create(SimpleType.STRING, SimpleType.DOUBLE),
      "value of each scale of this report that has one, by id: \"cart-temperature\" in values"),
  SCALE("scale", SimpleType.STRING, "id of the scale"),
  TERM("term", SimpleType.STRING, "PRO-CTCAE term, two digits; empty for other scales"),
  ATTRIBUTE(
      "attribute",
      SimpleType.STRING,
      "severity, frequency, interference, amount or presence of a raw PRO-CTCAE item; else empty"),
  HAS_VALUE("hasValue", SimpleType.BOOL, "false: the value is missing"),
  VALUE("value", SimpleType.DOUBLE, "in the scale's points; 0 when not hasValue"),
  MISSING(
      "missing",
      SimpleType.STRING,
      "why there is no value, for example out-of-range; empty when hasValue"),
  HAS_GRADE("hasGrade", SimpleType.BOOL, "false: raw item, ungraded or missing"),
  GRADE("grade", SimpleType.INT, "grade of the published algorithm; 0 when not hasGrade"),
  HAS_PREVIOUS(
      "hasPrevious",
      SimpleType.BOOL,
      "false: the same reporter has no earlier value of this scale"),
  PREVIOUS(
      "previous",
      SimpleType.DOUBLE,
      "the same reporter's previous value by observation time; 0 when not hasPrevious"),
  HAS_BASELINE(
      "hasBaseline",
      SimpleType.BOOL,
      "false: no value of this scale was observed before the infusion"),
  BASELINE(
      "baseline",
      SimpleType.DOUBLE,
      "last value before the infusion, the same reporter's or else anybody's; 0 when not"
          + " hasBaseline"),
  DIFFERS(
      "differs",
      SimpleType.BOOL,
      "true: another reporter's latest value of this scale, observed within 24 hours of this one,"
          + " is another"),
  RISE("rise", SimpleType.DOUBLE, "value minus previous; 0 when either is missing"),
  COMPOSITE_MISSING(
      "compositeMissing",
      SimpleType.BOOL,
      "true for a raw item whose term got no composite grade in this report");

  private final String label;
  private final CelType type;
  private final String meaning;

  Fact(String label, CelType type, String meaning) {
    this.label = label;
    this.type = type;
    this.meaning = meaning;
  }

  String label() {
    return label;
  }

  CelType type() {
    return type;
  }

  String meaning() {
    return meaning;
  }
}
