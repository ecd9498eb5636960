package org.procart.intake.schedule;

import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import org.procart.intake.replan.Replanning;
import org.procart.intake.schedule.ReplanNote.Scope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notes what is to be planned again before it changes. The note waits long enough for the change to
 * be written; whoever dies in between leaves it to the {@link ReplanRound}.
 */
class NotedReplanning implements Replanning {

  private static final Logger LOG = LoggerFactory.getLogger(NotedReplanning.class);
  private static final Duration FOR_THE_CHANGE = Duration.ofSeconds(30);

  private final ReplanNotes notes;
  private final CurrentPlans plans;
  private final Clock clock;

  NotedReplanning(ReplanNotes notes, CurrentPlans plans, Clock clock) {
    this.notes = notes;
    this.plans = plans;
    this.clock = clock;
  }

  @Override
  public <T> T ofPatient(String patientId, Supplier<T> change) {
    ReplanNote note = note(Scope.PATIENT, patientId);
    T changed = change.get();
    try {
      plans.make(patientId);
      notes.done(note, clock.instant());
    } catch (RuntimeException e) { // the change itself is safe, and the note stands
      LOG.atWarn()
          .addKeyValue("patientId", patientId)
          .addKeyValue("exception", e.getClass().getName())
          .log("A plan could not be made at once; it is made later");
    }
    return changed;
  }

  @Override
  public <T> T ofSite(String siteId, Supplier<T> change) {
    ReplanNote note = note(Scope.SITE, siteId);
    T changed = change.get();
    notes.now(note, clock.instant());
    return changed;
  }

  private ReplanNote note(Scope scope, String of) {
    return notes.add(scope, of, clock.instant().plus(FOR_THE_CHANGE), 0);
  }
}
