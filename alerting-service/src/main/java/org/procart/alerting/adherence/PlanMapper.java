package org.procart.alerting.adherence;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.procart.alerting.adherence.Plan.Due;
import org.procart.alerting.adherence.Plan.Form;
import org.procart.schemas.DueReport;
import org.procart.schemas.PlannedForm;
import org.procart.schemas.ScheduleChanged;

final class PlanMapper {

  private PlanMapper() {}

  static Plan plan(String patientId, ScheduleChanged event) {
    return new Plan(
        patientId, event.getRevision(), event.getForms().stream().map(PlanMapper::form).toList());
  }

  private static Form form(PlannedForm form) {
    List<Due> due =
        form.getDue().stream()
            .flatMap(each -> due(each).stream())
            .sorted(Comparator.comparing(Due::dueOn))
            .toList();
    return new Form(form.getQuestionnaire(), due);
  }

  /** Without a day nobody could say that it did not come. */
  private static Optional<Due> due(DueReport due) {
    LocalDate dueOn = due.getDueOn();
    return Optional.ofNullable(dueOn)
        .map(
            day ->
                new Due(
                    day, due.getInfusionDate(), due.getDay(), due.getOpensAt(), due.getClosesAt()));
  }
}
