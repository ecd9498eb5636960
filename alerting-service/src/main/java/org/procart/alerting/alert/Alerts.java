package org.procart.alerting.alert;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import org.procart.schemas.event.EventId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Moves alerts. Every move is a guarded write: who loses a race looks again and decides again. The
 * same event moves an alert once.
 */
@Component
public final class Alerts {

  private static final Logger LOG = LoggerFactory.getLogger(Alerts.class);
  private static final String METER = "procart.alerts";
  private static final String HUSHED_METER = "procart.alerts.hushed";

  private final AlertStore store;
  private final Clock clock;
  private final MeterRegistry meters;

  public Alerts(AlertStore store, Clock clock, MeterRegistry meters) {
    this.store = store;
    this.clock = clock;
    this.meters = meters;
    for (ChangeKind kind : ChangeKind.values()) {
      meters.counter(METER, "kind", kind.name());
    }
    for (Hush hush : Hush.values()) {
      meters.counter(HUSHED_METER, "reason", hush.name());
    }
  }

  /** A rule rings: opens an alert, or tells the open one. */
  public void ring(Ring ring) {
    boolean settled = false;
    while (!settled) {
      Optional<Alert.Live> live = store.findLive(ring.openKey());
      settled = live.map(alert -> tell(alert, ring)).orElseGet(() -> raise(ring));
    }
  }

  /**
   * Lets a live alert hear what rang elsewhere.
   *
   * @return false when it is not live any more
   */
  public boolean tell(String alertId, Ring ring) {
    Optional<Alert> told =
        change(alertId, ring.causeId(), alert -> alert.hear(ring, clock.instant()));
    return told.filter(Alert.Live.class::isInstance).isPresent();
  }

  /** Notes in the patient's open alerts that what rang there was corrected. */
  public void correct(String patientId, Doubt doubt) {
    store.liveOf(patientId).stream()
        .filter(doubt::concerns)
        .forEach(
            alert ->
                change(
                    alert.episode().alertId(),
                    doubt.correction().causeId(),
                    current -> current.correct(doubt.correction(), clock.instant())));
  }

  /**
   * A person takes an alert.
   *
   * @return the alert after it; empty when there is none
   */
  public Optional<Alert> acknowledge(String alertId, Acknowledgement taken) {
    return change(alertId, taken.id(), alert -> alert.acknowledge(taken, clock.instant()));
  }

  /** A person did something; the same action of one person at one time counts once. */
  public Optional<Alert> act(String alertId, Action action) {
    String cause = EventId.of("alert-action", alertId, action.by(), action.code(), action.at());
    return change(alertId, cause, alert -> alert.act(action, cause, clock.instant()));
  }

  /** Starts paging again, unless the alert moved since it was looked at. */
  public boolean rearm(Alert.Open alert) {
    return write(alert.rearm(clock.instant()));
  }

  /** Sounds again for want of an action, unless the alert moved since it was looked at. */
  public boolean pageAgain(Alert.Acknowledged alert) {
    return write(alert.idle(clock.instant()));
  }

  /** A person closes an alert; who closes an alert that nobody took has taken it. */
  public Optional<Move> close(String alertId, Closure closure) {
    while (true) {
      Alert alert = store.find(alertId).orElse(null);
      switch (alert) {
        case null -> {
          return Optional.empty();
        }
        case Alert.Closed _ -> {
          return Optional.of(new Refusal("closed", "The alert is closed already."));
        }
        case Alert.Open open -> {
          Change taken = open.acknowledge(taken(open, closure), closure.at());
          if (((Alert.Acknowledged) taken.after()).close(closure) instanceof Refusal refusal) {
            return Optional.of(refusal);
          }
          write(taken);
        }
        case Alert.Acknowledged acknowledged -> {
          Move move = acknowledged.close(closure);
          if (move instanceof Refusal || write((Change) move)) {
            return Optional.of(move);
          }
        }
      }
    }
  }

  private boolean tell(Alert.Live alert, Ring ring) {
    return alert.episode().wasChangedBy(ring.causeId()) || write(alert.hear(ring, clock.instant()));
  }

  private boolean raise(Ring ring) {
    if (store.find(ring.alertId()).isPresent()) {
      return true;
    }
    Change raised = Alert.raise(ring, clock.instant());
    boolean inserted = store.insert(raised);
    if (inserted) {
      note(raised);
    }
    return inserted;
  }

  private Optional<Alert> change(
      String alertId, String causeId, Function<Alert.Live, Change> move) {
    while (true) {
      Optional<Alert> found = store.find(alertId);
      if (!(found.orElse(null) instanceof Alert.Live live)
          || live.episode().wasChangedBy(causeId)) {
        return found;
      }
      Change change = move.apply(live);
      if (write(change)) {
        return Optional.of(change.after());
      }
    }
  }

  private boolean write(Change change) {
    boolean written = store.update(change);
    if (written) {
      note(change);
    }
    return written;
  }

  private void note(Change change) {
    meters.counter(METER, "kind", change.kind().name()).increment();
    change
        .hush()
        .ifPresent(hush -> meters.counter(HUSHED_METER, "reason", hush.name()).increment());
    Episode episode = change.after().episode();
    LOG.atInfo()
        .addKeyValue("alertId", episode.alertId())
        .addKeyValue("revision", episode.revision())
        .addKeyValue("kind", change.kind())
        .addKeyValue("sounding", episode.sounding().number())
        .log("Alert changed");
  }

  private static Acknowledgement taken(Alert.Open open, Closure closure) {
    Integer sounding = open.episode().sounding().number();
    String id = EventId.of("alert-closing", open.episode().alertId(), closure.by(), sounding);
    return new Acknowledgement(id, closure.by(), "api", closure.at(), sounding);
  }
}
