package org.procart.alerting.adherence;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.procart.alerting.patient.PatientFollower;
import org.springframework.stereotype.Component;

/** When to look at whom, and what was done for whom. */
@Component
public final class Watches implements PatientFollower {

  private final WatchStore store;
  private final DueSlots slots;
  private final Plans plans;
  private final Clock clock;

  Watches(WatchStore store, DueSlots slots, Plans plans, Clock clock) {
    this.store = store;
    this.slots = slots;
    this.plans = plans;
    this.clock = clock;
  }

  /** Whatever is due for the patient may be due at another time now. */
  void lookSoon(String patientId) {
    slots.put(patientId, clock.instant());
  }

  /** Nobody could be reached by a reminder, so that the next stage need not wait. */
  public void couldNotRemind(String patientId, String reminderId) {
    if (store.take(patientId, Step.skipped(reminderId, clock.instant()))) {
      lookSoon(patientId);
    }
  }

  @Override
  public void changed(String patientId) {
    lookSoon(patientId);
  }

  @Override
  public void erased(String patientId) {
    plans.erase(patientId);
    store.erase(patientId);
  }

  void lookAt(String patientId, Instant moment) {
    slots.put(patientId, moment);
  }

  /** False when it was taken before. */
  boolean take(String patientId, Step step) {
    return store.take(patientId, step);
  }

  Map<String, Steps> of(Collection<String> patientIds) {
    return store.findAll(patientIds);
  }
}
