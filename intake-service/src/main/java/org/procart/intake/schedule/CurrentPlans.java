package org.procart.intake.schedule;

import java.util.Optional;
import java.util.function.Function;
import org.procart.intake.snapshot.Saved.Outcome;
import org.procart.intake.snapshot.Snapshots;

/** The plans that other services are told. */
final class CurrentPlans {

  private static final int ATTEMPTS = 20;

  private final Snapshots<Planned> plans;
  private final Function<String, Optional<Planned>> planner;

  CurrentPlans(Snapshots<Planned> plans, Function<String, Optional<Planned>> planner) {
    this.plans = plans;
    this.planner = planner;
  }

  /**
   * Whoever stores a plan looks whether it is still the right one: what it was made from may have
   * changed meanwhile, and whoever changed it may have been quicker. So the last plan is always one
   * of the latest state.
   */
  void make(String patientId) {
    Optional<Planned> plan = planner.apply(patientId);
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      if (plan.isEmpty() || plans.save(plan.get()).outcome() == Outcome.UNCHANGED) {
        return;
      }
      Optional<Planned> now = planner.apply(patientId);
      if (now.equals(plan)) {
        return;
      }
      plan = now;
    }
    throw new IllegalStateException("What the plan is made from changes all the time");
  }
}
