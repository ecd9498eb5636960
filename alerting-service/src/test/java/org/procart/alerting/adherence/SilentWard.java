package org.procart.alerting.adherence;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.procart.alerting.alert.AlertStore;
import org.procart.alerting.alert.Alerts;
import org.procart.alerting.coverage.Coverage;
import org.procart.alerting.coverage.TestCoverage;
import org.procart.alerting.history.ScoreHistory;
import org.procart.alerting.patient.Patients;
import org.procart.alerting.rule.RulesInForce;
import org.procart.chassis.alarm.OperationsAlarms;
import org.procart.chassis.store.Leases;
import org.springframework.context.ApplicationContext;

/** The watch of the running service on a clock that a test turns. */
final class SilentWard {

  private final ApplicationContext service;
  private final MongoDatabase database;
  private final Turned clock = new Turned();

  /** Stores of the watch; a test may put something before each. */
  private UnaryOperator<WatchStore> watchStore = UnaryOperator.identity();

  private UnaryOperator<DueSlots> dueSlots = UnaryOperator.identity();
  private UnaryOperator<AlertStore> alertStore = UnaryOperator.identity();
  private final Coverage coverage;
  private @Nullable Instant silentSince;
  private @Nullable SilenceSweep sweep;

  private static final class Turned extends Clock {
    private Instant now = Instant.EPOCH;

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  SilentWard(ApplicationContext service, String name) {
    this.service = service;
    this.database = service.getBean(MongoClient.class).getDatabase(name);
    this.coverage =
        TestCoverage.of(service, clock, () -> silentSince == null ? clock.now : silentSince);
  }

  SilentWard before(
      UnaryOperator<WatchStore> watch,
      UnaryOperator<DueSlots> slots,
      UnaryOperator<AlertStore> alerts) {
    watchStore = watch;
    dueSlots = slots;
    alertStore = alerts;
    return this;
  }

  void turnTo(Instant now) {
    clock.now = now;
  }

  Instant now() {
    return clock.now;
  }

  void intakeSilentSince(Instant last) {
    silentSince = last;
  }

  void intakeAlive() {
    silentSince = null;
  }

  /** What an instance of the service does every few seconds. */
  void look() {
    sweep = sweep == null ? begun() : sweep;
    sweep.lookAtWhatIsDue();
  }

  /** Another instance knows nothing but what is stored. */
  private SilenceSweep begun() {
    AlertStore alerts = alertStore.apply(service.getBean(AlertStore.class));
    Silence silence =
        new Silence(
            service.getBean(ScoreHistory.class),
            service.getBean(RulesInForce.class),
            watches(),
            service.getBean(Reminders.class),
            new Alerts(alerts, clock, service.getBean(MeterRegistry.class)),
            alerts,
            service.getBean(SilenceProperties.class));
    return new SilenceSweep(
        slots(),
        silence,
        service.getBean(Patients.class),
        plans(),
        watches(),
        coverage,
        service.getBean(RulesInForce.class),
        service.getBean(Leases.class),
        service.getBean(OperationsAlarms.class),
        clock);
  }

  Plans plans() {
    return new MongoPlans(database);
  }

  DueSlots slots() {
    return dueSlots.apply(new MongoDueSlots(database, clock));
  }

  Watches watches() {
    return new Watches(watchStore.apply(new MongoWatchStore(database)), slots(), plans(), clock);
  }
}
