package org.procart.alerting.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScalePatternTest {

  @ParameterizedTest(name = "{0} names {1}: {2}")
  @CsvSource({
    "spo2, spo2, true",
    "spo2, spo22, false",
    "spo2, SPO2, false",
    "proctcae-??, proctcae-48, true",
    "proctcae-??, proctcae-48b-sev, false",
    "proctcae-???-*, proctcae-48b-sev, true",
    "proctcae-???-*, proctcae-48-sev, false",
    "?po2, spo2, true",
    "?po2, po2, false",
    "*-sev, proctcae-48b-sev, true",
    "*-sev, proctcae-48b-int, false",
    "*, spo2, true",
    "a.b, a.b, true",
    "a.b*, axb, false",
    "qlq-c30-P?, qlq-c30-PF, true",
  })
  void aQuestionMarkIsOneCharacterAndAStarIsAny(String pattern, String scale, boolean names) {
    assertThat(ScalePattern.of(pattern).names(scale)).isEqualTo(names);
  }
}
