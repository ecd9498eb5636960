package org.procart.alerting.replay;

import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.procart.alerting.replay.Difference.Example;
import org.procart.chassis.security.Caller;

/**
 * A run, as those who may see it see it.
 *
 * @param failure why there is no report
 */
record DryRunView(
    String runId,
    String ruleSetId,
    String version,
    @Nullable String siteId,
    DryRunState state,
    int patientsDone,
    int patientsTotal,
    Instant startedAt,
    @Nullable Instant endedAt,
    @Nullable String failure,
    @Nullable DryRunReport report) {

  static DryRunView of(DryRunDocument run, Caller caller) {
    return new DryRunView(
        run.id(),
        run.ruleSetId(),
        run.version(),
        run.siteId(),
        run.state(),
        run.done(),
        run.total(),
        run.startedAt(),
        run.endedAt(),
        run.failure(),
        run.report() == null ? null : shown(run.report(), caller));
  }

  /** Counts are of all sites; single patients only of the caller's own. */
  private static DryRunReport shown(DryRunReport report, Caller caller) {
    Predicate<Example> ofCaller = example -> caller.seesSite(example.siteId());
    Difference all = report.difference();
    Difference own =
        new Difference(
            all.added(),
            all.removed(),
            all.toRed(),
            all.toAmber(),
            filtered(all.addedFirst(), ofCaller),
            filtered(all.removedFirst(), ofCaller));
    return new DryRunReport(
        report.candidate(), report.compared(), report.coverage(), own, report.actedOn());
  }

  private static List<Example> filtered(List<Example> examples, Predicate<Example> wanted) {
    return examples.stream().filter(wanted).toList();
  }
}
