package org.procart.alerting.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.procart.alerting.LocalPartsInitializer;
import org.procart.alerting.TestTopics;
import org.procart.alerting.WithLocalParts;
import org.procart.chassis.alarm.OperationsAlarms;
import org.procart.chassis.kafka.EventReader;
import org.procart.chassis.store.Leases;
import org.procart.schemas.OperationsAlarm;
import org.springframework.beans.factory.annotation.Autowired;

@WithLocalParts
class RuleSetExpiryIT {

  private static final LocalDate VALID_TO = LocalDate.of(2027, 3, 31);

  @Autowired Leases leases;
  @Autowired OperationsAlarms alarms;
  @Autowired EventReader reader;

  private final String site = "site-" + UUID.randomUUID();
  private final TestTopics topics =
      new TestTopics(LocalPartsInitializer.parts().bootstrapServers());

  @Test
  void operationsAreRemindedEachDayFromTwoWeeksBefore() {
    expiryOn(VALID_TO.minusDays(15)).look();
    expiryOn(VALID_TO.minusDays(14)).look();
    expiryOn(VALID_TO.plusDays(1)).look();

    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(reminders())
                    .hasSize(2)
                    .allMatch(text -> text.contains("stays in force"))
                    .anyMatch(text -> text.contains("is signed off until 2027-03-31"))
                    .anyMatch(text -> text.contains("was signed off until 2027-03-31")));
  }

  private List<String> reminders() {
    return topics.all("pro.operations.v1").stream()
        .map(record -> (OperationsAlarm) reader.read("pro.operations.v1", record.value()))
        .filter(alarm -> site.equals(alarm.getSiteId()))
        .map(OperationsAlarm::getText)
        .toList();
  }

  private RuleSetExpiry expiryOn(LocalDate day) {
    RuleSet everywhere = TestRules.defaultSet();
    RuleSet limited =
        new RuleSet(
            "limited",
            "1",
            site,
            "A site's own",
            "approved",
            VALID_TO,
            everywhere.settings(),
            everywhere.rules());
    Instant now = day.atTime(7, 0).toInstant(ZoneOffset.UTC);
    return new RuleSetExpiry(
        new RulesInForce(new RuleSets(everywhere, List.of(limited))),
        leases,
        alarms,
        Clock.fixed(now, ZoneOffset.UTC));
  }
}
