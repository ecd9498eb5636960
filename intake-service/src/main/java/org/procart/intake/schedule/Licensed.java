package org.procart.intake.schedule;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * What a site may ask.
 *
 * @param lastDays of the licences, by url, for the questionnaires that need one; empty: none
 */
record Licensed(Map<String, Optional<LocalDate>> lastDays) {

  Licensed {
    lastDays = Map.copyOf(lastDays);
  }

  boolean on(LocalDate day, String questionnaire) {
    Optional<LocalDate> last = lastDays.get(questionnaire);
    return last == null || last.filter(lastDay -> !day.isAfter(lastDay)).isPresent();
  }
}
