package org.procart.intake.report;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Status of a FHIR QuestionnaireResponse. */
public enum ReportStatus {
  IN_PROGRESS,
  COMPLETED,
  AMENDED,
  ENTERED_IN_ERROR,
  STOPPED;

  public static Optional<ReportStatus> of(String code) {
    return Arrays.stream(values()).filter(status -> status.code().equals(code)).findFirst();
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The reporter has answered everything that will be answered. */
  public boolean finished() {
    return this == COMPLETED || this == AMENDED;
  }

  boolean replacesAnything() {
    return this == AMENDED || this == ENTERED_IN_ERROR;
  }
}
