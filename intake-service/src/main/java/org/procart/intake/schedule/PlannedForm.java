package org.procart.intake.schedule;

import java.util.List;

/**
 * One questionnaire and every time it is due.
 *
 * @param questionnaire canonical URL without version
 * @param due oldest first
 */
record PlannedForm(String questionnaire, String title, List<PlannedReport> due) {

  PlannedForm {
    due = List.copyOf(due);
  }
}
