package org.procart.alerting.rule;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.procart.chassis.alarm.OperationsAlarms;
import org.procart.chassis.store.Leases;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Reminds every day, from two weeks before, that a set in force was signed off only until a day. It
 * stays in force: rules that nobody renewed are better than none.
 */
@Component
class RuleSetExpiry {

  private static final String ALARM = "RULE_SET_EXPIRES";
  private static final int DAYS_BEFORE = 14;
  private static final Duration LEASE = Duration.ofHours(12);

  private final RulesInForce rules;
  private final Leases leases;
  private final OperationsAlarms alarms;
  private final Clock clock;

  RuleSetExpiry(RulesInForce rules, Leases leases, OperationsAlarms alarms, Clock clock) {
    this.rules = rules;
    this.leases = leases;
    this.alarms = alarms;
    this.clock = clock;
  }

  @Scheduled(cron = "${procart.alerting.rules.expiry-cron:0 0 7 * * *}", zone = "UTC")
  void remind() {
    if (leases.take("rule-set-expiry", LEASE)) {
      look();
    }
  }

  void look() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    for (RuleSet set : rules.now().all()) {
      LocalDate validTo = set.validTo();
      if (validTo != null && !today.isBefore(validTo.minusDays(DAYS_BEFORE))) {
        alarms.raise(ALARM, set.site(), text(set, validTo, today));
      }
    }
  }

  private static String text(RuleSet set, LocalDate validTo, LocalDate today) {
    return ("Rule set %s, version %s, %s signed off until %s; it stays in force. Today is %s: have"
            + " a version approved that is valid for longer.")
        .formatted(set.id(), set.version(), today.isAfter(validTo) ? "was" : "is", validTo, today);
  }
}
