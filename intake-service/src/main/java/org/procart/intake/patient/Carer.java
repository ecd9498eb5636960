package org.procart.intake.patient;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A person who may report for the patient.
 *
 * @param validFrom first local date; null: always
 * @param validTo last local date; null: open
 */
public record Carer(String carerId, @Nullable LocalDate validFrom, @Nullable LocalDate validTo) {

  boolean validOn(LocalDate day) {
    return (validFrom == null || !day.isBefore(validFrom))
        && (validTo == null || !day.isAfter(validTo));
  }
}
