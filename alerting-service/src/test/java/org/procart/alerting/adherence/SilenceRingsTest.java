package org.procart.alerting.adherence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.procart.alerting.adherence.TestWatch.DAILY;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.procart.alerting.alert.Evidence;
import org.procart.alerting.alert.Ring;
import org.procart.alerting.alert.RuleReference;
import org.procart.alerting.history.TestReports;
import org.procart.alerting.rule.Level;

/** What the nurse sees of a report that did not come. */
class SilenceRingsTest {

  private final TestWatch watch = new TestWatch();

  @Test
  void theAlertNamesTheFormHowOftenItDidNotComeAndSinceWhen() {
    watch.unchangedSince(watch.day(0, 7, 0));
    watch.sent(TestReports.report("day-0").instrument(DAILY).at(watch.day(0, 9, 0)).build());
    watch.pass(watch.day(1, 13, 0));
    watch.pass(watch.day(2, 12, 0));
    Instant now = watch.day(2, 13, 0);

    Ring ring = ring(now);

    Evidence evidence = ring.evidence().getFirst();
    assertThat(ring.evidence()).hasSize(1);
    assertThat(evidence.scale()).isEqualTo("missing-cart-home-check");
    assertThat(evidence.value()).isEqualTo(2);
    assertThat(evidence.level()).isEqualTo(Level.RED);
    assertThat(evidence.observedAt()).isEqualTo(watch.day(2, 11, 0));
    assertThat(evidence.receivedAt()).isEqualTo(now);
    assertThat(ring.day()).isEqualTo(2);
    assertThat(ring.rule().ruleId()).isEqualTo("missed-report");
    assertThat(ring.rule().ruleSetId()).isEqualTo("default");
    assertThat(ring.subject().patientId()).isEqualTo("patient-1");
    assertThat(ring.causeId()).isEqualTo(ring(now.plusSeconds(60)).causeId());
  }

  @Test
  void anOpenRedOfAnotherRuleHearsItAsItsOwn() {
    Ring ring = ring(watch.day(0, 13, 0));
    RuleReference fever = new RuleReference("home-watch", "Warning sign", "default", "1");

    Ring heard = ring.as(fever);

    assertThat(heard.rule()).isEqualTo(fever);
    assertThat(heard.causeId()).isEqualTo(ring.causeId());
    assertThat(heard.evidence()).isEqualTo(ring.evidence());
    assertThat(heard.openKey()).isNotEqualTo(ring.openKey());
  }

  private Ring ring(Instant now) {
    Act.Alarm alarm =
        watch.lookAt(now).acts().stream()
            .filter(Act.Alarm.class::isInstance)
            .map(Act.Alarm.class::cast)
            .findFirst()
            .orElseThrow();
    return new SilenceRings(watch.patient(), now).of(alarm);
  }
}
