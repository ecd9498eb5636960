package org.procart.alerting.worklist;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.procart.alerting.alert.Acknowledgement;
import org.procart.alerting.alert.Action;
import org.procart.alerting.alert.Closure;
import org.procart.alerting.alert.Evidence;
import org.procart.alerting.history.ScoredReport;
import org.procart.alerting.patient.Patient.Therapy;

/**
 * Why an alert rang and what came of it. Without clinical content for operators.
 *
 * @param rule which rule, in which version, with its words
 * @param evidence what rang, newest last, at most the latest 50
 * @param lastSevenDays every report of every reporter in the 7 days before now, oldest first
 * @param therapy infusions, given or planned
 * @param patientRecordUrl link into the hospital record; null where the site has none
 * @param acknowledgements who took it, oldest first
 * @param actions what was done, oldest first
 * @param closure null while not closed
 * @param paging who was reached, how fast, and what is waited for
 * @param timeline alert and pages together, oldest first
 */
record AlertDetail(
    @JsonUnwrapped AlertSummary summary,
    @Nullable RuleView rule,
    List<Evidence> evidence,
    List<ScoredReport> lastSevenDays,
    List<Therapy> therapy,
    @Nullable String patientRecordUrl,
    List<Acknowledgement> acknowledgements,
    List<Action> actions,
    @Nullable Closure closure,
    PagingView paging,
    List<TimelineLine> timeline) {}
