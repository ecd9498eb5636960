package org.procart.notification.channel.sms;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.procart.chassis.alarm.OperationsAlarms;
import org.procart.notification.channel.sms.SmsSupplier.Availability;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Red while no SMS can leave, or while a supplier does not want us; what lasts longer than a minute
 * operations hear of, by e-mail at least.
 */
@Component("sms")
class SmsHealth implements HealthIndicator {

  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final String AWAY = "SMS_SUPPLIER_AWAY";
  private static final String DEMOTED = "SMS_SUPPLIER_DEMOTED";

  private final SmsSuppliers suppliers;
  private final Standings standings;
  private final OperationsAlarms alarms;
  private final Clock clock;
  private final Map<String, Instant> readyAt = new HashMap<>();
  private String toldAway = "";
  private String toldDemoted = "";

  SmsHealth(SmsSuppliers suppliers, Standings standings, OperationsAlarms alarms, Clock clock) {
    this.suppliers = suppliers;
    this.standings = standings;
    this.alarms = alarms;
    this.clock = clock;
    suppliers.names().forEach(name -> readyAt.put(name, clock.instant()));
  }

  @Scheduled(fixedDelayString = "${procart.notification.sms.settle:1s}")
  void settle() {
    suppliers.names().forEach(standings::settle);
    String demoted =
        String.join(", ", suppliers.names().stream().filter(standings::demoted).toList());
    if (demoted.isEmpty()) {
      alarms.clear(DEMOTED, null);
    } else if (!demoted.equals(toldDemoted)) {
      alarms.raise(
          DEMOTED, null, "Too many SMS fail or are slow; others go first for a while: " + demoted);
    }
    toldDemoted = demoted;
  }

  @Scheduled(fixedDelayString = "${procart.notification.watch:10s}")
  void look() {
    Instant now = clock.instant();
    List<String> out = new ArrayList<>();
    for (SmsSuppliers.Route route : suppliers.routes()) {
      String name = route.supplier().name();
      if (route.supplier().availability() == Availability.READY) {
        readyAt.put(name, now);
      } else if (now.isAfter(readyAt.getOrDefault(name, now).plus(PATIENCE))) {
        out.add(name);
      }
    }
    tell(String.join(", ", out), out.size() == suppliers.routes().size());
  }

  private void tell(String away, boolean all) {
    if (away.isEmpty()) {
      alarms.clear(AWAY, null);
    } else if (!away.equals(toldAway)) {
      String what = all ? "No SMS can leave" : "One way for SMS is gone, another one carries them";
      alarms.raise(AWAY, null, what + ": not reached, or it refuses us: " + away + ".");
    }
    toldAway = away;
  }

  @Override
  public Health health() {
    Map<String, Availability> all = new HashMap<>();
    suppliers.routes().stream()
        .map(SmsSuppliers.Route::supplier)
        .forEach(each -> all.put(each.name(), each.availability()));
    boolean red =
        all.containsValue(Availability.REFUSES_US) || !all.containsValue(Availability.READY);
    Health.Builder health = red ? Health.down() : Health.up();
    suppliers.names().forEach(name -> health.withDetail(name, detail(name, all)));
    return health.build();
  }

  private String detail(String name, Map<String, Availability> all) {
    return all.get(name) + (standings.demoted(name) ? ", demoted" : "");
  }
}
