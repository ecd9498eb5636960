package org.procart.notification.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.procart.chassis.problem.ProblemException;
import org.procart.chassis.problem.Violation;

class PolicyBodyTest {

  @Test
  void whatIsLeftOutIsAsInTheStandardPolicy() {
    EscalationPolicy policy = new PolicyBody(null, null).toPolicy("site-a");

    assertThat(policy).isEqualTo(EscalationPolicy.standard("site-a"));
    assertThat(policy.red().quiet()).isNull();
    assertThat(policy.amber().overdueSeconds()).isEqualTo(28_800);
  }

  @Test
  void aSiteChoosesItsQuietHoursForAmber() {
    LevelPolicy amber =
        amber(new PolicyBody.QuietBody("21:30", null, List.of(0, 14)), 7_200).amber();

    assertThat(amber.quiet())
        .isEqualTo(new QuietHours(LocalTime.of(21, 30), LocalTime.of(7, 0), 0, 14));
    assertThat(amber.overdueSeconds()).isEqualTo(7_200);
  }

  @Test
  void equalTimesMeanNoQuietHours() {
    QuietHours none = amber(new PolicyBody.QuietBody("07:00", "07:00", null), null).amber().quiet();

    assertThat(none).isNotNull();
    assertThat(none.until(Instant.parse("2026-01-10T23:00:00Z"), ZoneId.of("UTC"), 90)).isEmpty();
  }

  @Test
  void aRedIsNeverQuietAndFaultsAreToldAllAtOnce() {
    PolicyBody.LevelBody red =
        new PolicyBody.LevelBody(
            null, null, null, new PolicyBody.QuietBody("22:00", "07:00", null), null);
    PolicyBody.LevelBody amber =
        new PolicyBody.LevelBody(
            null, null, null, new PolicyBody.QuietBody("9 pm", null, List.of(30, 0)), 1);

    ProblemException problem =
        catchThrowableOfType(
            ProblemException.class,
            () -> new PolicyBody(null, Map.of("RED", red, "AMBER", amber)).toPolicy("site-a"));

    assertThat(problem.violations())
        .extracting(Violation::code)
        .containsExactlyInAnyOrder("never-quiet", "bad-time", "bad-days", "out-of-range");
  }

  private static EscalationPolicy amber(PolicyBody.QuietBody quiet, Integer overdueSeconds) {
    PolicyBody.LevelBody body = new PolicyBody.LevelBody(null, null, null, quiet, overdueSeconds);
    return new PolicyBody(null, Map.of("AMBER", body)).toPolicy("site-a");
  }
}
