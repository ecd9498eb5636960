package org.procart.schemas.measurement;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BodyTemperatureTest {

  private static final BigDecimal FEVER = new BigDecimal("38.0");

  @ParameterizedTest
  @CsvSource({
    "38.0, Cel, true",
    "38, Cel, true",
    "37.99, Cel, false",
    "37.9999999999, Cel, false",
    "100.4, [degF], true",
    "100.3999999999, [degF], false",
    "100.4, Cel, true",
    "100.3, Cel, false",
  })
  void nothingIsRoundedBeforeItIsCompared(String value, String unit, boolean fever) {
    assertThat(read(value, unit).celsius().compareTo(FEVER) >= 0).isEqualTo(fever);
  }

  @ParameterizedTest
  @CsvSource({
    "85.9, Cel, false, true",
    "86, Cel, true, false",
    "98.6, Cel, true, false",
    "110, Cel, true, true",
    "110.1, Cel, false, true",
    "98.6, [degF], false, false",
    "37, [degF], false, true",
    "30, Cel, false, false",
    "29.99, Cel, false, true",
    "43, Cel, false, false",
    "43.01, Cel, false, true",
  })
  void whatWasAssumedAndWhatCannotBeIsSaid(
      String value, String unit, boolean assumed, boolean implausible) {
    BodyTemperature read = read(value, unit);
    assertThat(read.unitAssumed()).as("assumed").isEqualTo(assumed);
    assertThat(read.implausible()).as("implausible").isEqualTo(implausible);
  }

  @Test
  void anotherUnitIsNotATemperature() {
    assertThat(BodyTemperature.read(BigDecimal.TEN, "K")).isEmpty();
  }

  private static BodyTemperature read(String value, String unit) {
    return BodyTemperature.read(new BigDecimal(value), unit).orElseThrow();
  }
}
