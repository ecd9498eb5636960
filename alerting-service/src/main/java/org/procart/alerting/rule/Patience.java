package org.procart.alerting.rule;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import org.procart.schemas.yaml.YamlPart;

/**
 * How long one waits for a planned report, and who hears in which order that it did not come.
 *
 * @param forms canonical URLs of the questionnaires, without version
 * @param from local time in the patient's zone, on the day it is due, from which it is asked
 * @param until local time by which it is expected
 * @param patient is reminded so long after {@code until}
 * @param carer is reminded so long after {@code until}
 * @param nurse is alerted so long after {@code until}
 */
public record Patience(
    List<String> forms,
    LocalTime from,
    LocalTime until,
    Duration patient,
    Duration carer,
    Duration nurse) {

  private static final int MOST_HOURS = 24 * 7;

  boolean asks(String form) {
    return forms.contains(form);
  }

  /** What one has at least to answer it. */
  public Duration window() {
    return Duration.between(from, until);
  }

  static Patience of(YamlPart clause) {
    List<String> forms = clause.texts("forms");
    if (forms.isEmpty()) {
      throw clause.fault("the clause names no form");
    }
    YamlPart asked = clause.part("asked").allowing("from", "until");
    YamlPart hear = clause.part("hear").allowing("patient", "carer", "nurse");
    Patience patience =
        new Patience(
            forms,
            time(asked.part("from")),
            time(asked.part("until")),
            hours(hear.part("patient")),
            hours(hear.part("carer")),
            hours(hear.part("nurse")));
    if (!patience.from.isBefore(patience.until)) {
      throw asked.fault("'from' must be before 'until', on the same day");
    }
    if (patience.patient.compareTo(patience.carer) > 0
        || patience.carer.compareTo(patience.nurse) > 0) {
      throw hear.fault("the patient must hear first, then the carer, then the nurse");
    }
    return patience;
  }

  private static LocalTime time(YamlPart part) {
    try {
      return LocalTime.parse(part.text());
    } catch (DateTimeException e) {
      throw part.fault("a time such as \"08:00\", in quotation marks, is expected here");
    }
  }

  private static Duration hours(YamlPart part) {
    double hours = part.number().doubleValue();
    if (hours < 0 || hours > MOST_HOURS) {
      throw part.fault("hours from 0 to " + MOST_HOURS + " are expected here");
    }
    return Duration.ofSeconds(Math.round(hours * Duration.ofHours(1).toSeconds()));
  }
}
