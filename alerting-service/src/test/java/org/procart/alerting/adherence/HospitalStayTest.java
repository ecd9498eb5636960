package org.procart.alerting.adherence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.procart.alerting.alert.Ring;
import org.procart.alerting.patient.Patient;
import org.procart.alerting.rule.Level;
import org.procart.alerting.rule.RuleSet;
import org.procart.alerting.rule.RuleSetReader;
import org.procart.alerting.rule.TestRules;

class HospitalStayTest {

  private static final Instant SINCE = Instant.parse("2026-03-05T10:00:00Z");

  @ParameterizedTest
  @CsvSource({"0, 0", "24, 0", "71.99, 0", "72, 3", "95.9, 3", "96, 4", "240, 10"})
  void staffAreAskedAfterThreeDaysAndEveryDayFromThen(double hours, int days) {
    Instant now = SINCE.plusSeconds(Math.round(hours * 3600));

    assertThat(stay("IN_HOSPITAL").at(now).map(HospitalStay.Question::days).orElse(0))
        .isEqualTo(days);
  }

  @Test
  void theNextLookIsADayLater() {
    assertThat(stay("IN_HOSPITAL").nextAfter(SINCE)).isEqualTo(SINCE.plus(Duration.ofDays(1)));
    assertThat(stay("IN_HOSPITAL").nextAfter(SINCE.plus(Duration.ofHours(73))))
        .isEqualTo(SINCE.plus(Duration.ofDays(4)));
  }

  @Test
  void nobodyElseIsAskedAbout() {
    assertThat(stay("ACTIVE").goesOn()).isFalse();
    assertThat(stay("ACTIVE").at(SINCE.plus(Duration.ofDays(5)))).isEmpty();
  }

  @Test
  void eachDayIsAQuestionOfItsOwnThatIsWorseThanTheLast() {
    Ring third = ring(3);
    Ring fourth = ring(4);

    assertThat(third.causeId()).isNotEqualTo(fourth.causeId());
    assertThat(third.causeId()).isEqualTo(ring(3).causeId());
    assertThat(third.evidence()).hasSize(1);
    assertThat(third.evidence().getFirst().level()).isEqualTo(Level.AMBER);
    assertThat(third.evidence().getFirst().value()).isEqualTo(3);
    assertThat(fourth.evidence().getFirst().value()).isEqualTo(4);
  }

  @ParameterizedTest
  @CsvSource({"23.99, 0", "24, 1", "48, 2"})
  void aSiteThatWantsToKnowEarlierIsAskedFromTheFirstWholeDayOn(double hours, int days) {
    HospitalStay byDefault = stay("IN_HOSPITAL");
    HospitalStay stay = new HospitalStay(byDefault.patient(), asksFromTheFirstHour());

    assertThat(
            stay.at(SINCE.plusSeconds(Math.round(hours * 3600)))
                .map(HospitalStay.Question::days)
                .orElse(0))
        .isEqualTo(days);
  }

  private static RuleSet asksFromTheFirstHour() {
    try (InputStream file =
        Objects.requireNonNull(TestRules.class.getResourceAsStream("/rules/default.yml"))) {
      String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      return RuleSetReader.read(
          "early",
          new StringReader(
              text.replace("hoursInHospital >= 72.0", "hoursInHospital >= 1.0")
                  .replace("hoursInHospital: 71.9", "hoursInHospital: 0.9")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Ring ring(int days) {
    HospitalStay stay = stay("IN_HOSPITAL");
    Instant now = SINCE.plus(Duration.ofDays(days));
    HospitalStay.Question question = stay.at(now).orElseThrow();
    return new SilenceRings(stay.patient(), now)
        .of(question, stay.rules(), question.ringing().getFirst());
  }

  private static HospitalStay stay(String status) {
    Patient patient = new TestWatch().status(status).patient();
    Patient since =
        new Patient(
            patient.patientId(),
            2L,
            patient.siteId(),
            false,
            patient.zoneId(),
            patient.therapy(),
            status,
            new Patient.Care("en", List.of(), true, "cart-home", SINCE, SINCE));
    return new HospitalStay(since, TestRules.defaultSet());
  }
}
