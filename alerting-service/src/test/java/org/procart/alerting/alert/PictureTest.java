package org.procart.alerting.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.procart.alerting.rule.Direction;
import org.procart.alerting.rule.Level;

/** What is worse than what was sounded, at the edges. */
class PictureTest {

  @ParameterizedTest(name = "step {0}: {1}, then {2}: {3}")
  @CsvSource({
    ", 38.0, 38.0, false",
    ", 38.0, 38.1, true",
    "0.5, 38.0, 38.4, false",
    "0.5, 38.0, 38.5, true",
    "0.5, 38.0, 37.0, false",
    "0.5, , 38.0, true",
    "0.5, 38.0, , false",
    ", , , false",
  })
  void aHigherValueIsWorseFromAStepOn(
      @Nullable Double step, @Nullable Double before, @Nullable Double then, boolean worse) {
    Peak sounded = peak("temperature", before, Direction.HIGHER_WORSE, Level.RED, step);
    Peak heard = peak("temperature", then, Direction.HIGHER_WORSE, Level.RED, step);

    assertThat(of(sounded).isWorsenedBy(of(heard))).isEqualTo(worse);
  }

  @ParameterizedTest(name = "step {0}: {1}, then {2}: {3}")
  @CsvSource({
    "5, 90, 90, false",
    "5, 90, 85, true",
    "5, 90, 86, false",
    "5, 90, 120, false",
    ", 90, 90, false",
    ", 90, 89, true",
  })
  void whereLowerIsWorseALowerValueIs(
      @Nullable Double step, double before, double then, boolean worse) {
    Peak sounded = peak("systolic", before, Direction.HIGHER_BETTER, Level.RED, step);
    Peak heard = peak("systolic", then, Direction.HIGHER_BETTER, Level.RED, step);

    assertThat(of(sounded).isWorsenedBy(of(heard))).isEqualTo(worse);
  }

  @Test
  void aHigherLevelIsWorseWhateverTheValueAndALowerOneIsNot() {
    Peak amber = peak("spo2", 94.0, Direction.HIGHER_BETTER, Level.AMBER, null);
    Peak red = peak("spo2", 96.0, Direction.HIGHER_BETTER, Level.RED, null);

    assertThat(of(amber).isWorsenedBy(of(red))).isTrue();
    assertThat(of(red).isWorsenedBy(of(amber))).isFalse();
    assertThat(of(red).with(of(amber)).peaks()).containsExactly(red);
    assertThat(of(amber).with(of(red)).peaks()).containsExactly(red);
  }

  @Test
  void anEpisodeOfAnEarlierReleaseWithoutLevelsRangAtAmber() {
    Peak old = peak("pain", 3.0, Direction.HIGHER_WORSE, null, null);
    Peak amber = peak("pain", 3.0, Direction.HIGHER_WORSE, Level.AMBER, null);
    Peak red = peak("pain", 3.0, Direction.HIGHER_WORSE, Level.RED, null);

    assertThat(of(old).isWorsenedBy(of(amber))).isFalse();
    assertThat(amber.isWorseThan(old)).isFalse();
    assertThat(red.isWorseThan(old)).isTrue();
  }

  @Test
  void tooHighAndTooLowAreTwoSides() {
    Peak high = peak("pulse", 135.0, Direction.HIGHER_WORSE, Level.RED, 10.0);
    Peak low = peak("pulse", 38.0, Direction.HIGHER_BETTER, Level.RED, 5.0);

    assertThat(of(high).isWorsenedBy(of(low))).isTrue();
    assertThat(of(high).with(of(low)).peaks()).containsExactly(high, low);
  }

  private static Peak peak(
      String scale,
      @Nullable Double value,
      Direction direction,
      @Nullable Level level,
      @Nullable Double step) {
    return new Peak(scale, value, direction, level, step);
  }

  private static Picture of(Peak peak) {
    return new Picture(Objects.requireNonNullElse(peak.level(), Level.AMBER), List.of(peak));
  }
}
