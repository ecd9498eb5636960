package org.procart.alerting.adherence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a patient, as intake tells it.
 *
 * @param revision of the plan; lower ones are history
 * @param forms every questionnaire that is asked
 */
public record Plan(String patientId, Long revision, List<Form> forms) {

  /**
   * One questionnaire.
   *
   * @param questionnaire canonical URL without version
   * @param due every time it is due, oldest first
   */
  public record Form(String questionnaire, List<Due> due) {}

  /**
   * One time it is due.
   *
   * @param dueOn local date
   * @param infusionDate that the day is counted from
   * @param day 0 is the infusion
   * @param opensAt a report observed from then on counts
   * @param closesAt a report observed from then on does not
   */
  public record Due(
      LocalDate dueOn,
      @Nullable LocalDate infusionDate,
      Integer day,
      Instant opensAt,
      Instant closesAt) {}
}
