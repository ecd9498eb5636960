package org.procart.scoring.instrument.cart;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.procart.scoring.instrument.cart.Fact.Known;
import org.procart.scoring.instrument.cart.Fact.Unknown;
import org.procart.scoring.instrument.cart.Grading.CannotTell;
import org.procart.scoring.instrument.cart.Grading.Grade;

class CrsGradeTest {

  private static final Fact<Boolean> YES = new Known<>(true);
  private static final Fact<Boolean> NO = new Known<>(false);
  private static final Fact<Hypotension> NO_HYPOTENSION = new Known<>(Hypotension.NONE);
  private static final Fact<Hypoxia> NO_HYPOXIA = new Known<>(Hypoxia.NONE);

  @ParameterizedTest
  @CsvFileSource(resources = "/vectors/crs_grade_cases.csv", numLinesToSkip = 1)
  void everyPublishedCase(
      BigDecimal celsius, String hypotension, String hypoxia, String masked, int grade) {
    CrsGrade crs =
        new CrsGrade(
            new Known<>(celsius.compareTo(new BigDecimal("38.0")) >= 0),
            new Known<>(masked.equals("yes")),
            new Known<>(Hypotension.valueOf(hypotension.toUpperCase(Locale.ROOT))),
            new Known<>(Hypoxia.valueOf(hypoxia.toUpperCase(Locale.ROOT))));
    assertThat(crs.grade()).isEqualTo(new Grade(grade));
  }

  @Test
  void aFeverAloneSaysNothingAboutTheGradeUnlessTheRestIsKnown() {
    Fact<Hypotension> pressure = new Unknown<>("No pressure.");
    Fact<Hypoxia> oxygen = new Unknown<>("No oxygen.");
    assertThat(new CrsGrade(YES, NO, NO_HYPOTENSION, NO_HYPOXIA).grade()).isEqualTo(new Grade(1));
    assertThat(new CrsGrade(YES, NO, pressure, NO_HYPOXIA).grade())
        .isEqualTo(new CannotTell("No pressure."));
    assertThat(new CrsGrade(YES, NO, NO_HYPOTENSION, oxygen).grade())
        .isEqualTo(new CannotTell("No oxygen."));
    assertThat(new CrsGrade(YES, NO, pressure, oxygen).grade())
        .isEqualTo(new CannotTell("No pressure. No oxygen."));
  }

  @Test
  void withoutFeverAndWithoutAMaskTheRestDoesNotMatter() {
    assertThat(new CrsGrade(NO, NO, new Unknown<>("p"), new Unknown<>("o")).grade())
        .isEqualTo(new Grade(0));
  }

  @Test
  void whatCouldHideAFeverMattersOnlyWithSigns() {
    Fact<Boolean> perhaps = new Unknown<>("Perhaps masked.");
    assertThat(new CrsGrade(NO, perhaps, NO_HYPOTENSION, NO_HYPOXIA).grade())
        .isEqualTo(new Grade(0));
    assertThat(new CrsGrade(NO, perhaps, new Known<>(Hypotension.NO_PRESSOR), NO_HYPOXIA).grade())
        .isEqualTo(new CannotTell("Perhaps masked."));
  }

  @ParameterizedTest
  @EnumSource(Hypoxia.class)
  void theHighestGradeNeedsNoOtherFact(Hypoxia hypoxia) {
    Grading grading =
        new CrsGrade(YES, new Unknown<>("m"), new Unknown<>("p"), new Known<>(hypoxia)).grade();
    assertThat(grading instanceof Grade).isEqualTo(hypoxia == Hypoxia.POSITIVE_PRESSURE);
  }

  @Test
  void aWorseFactNeverLowersTheGrade() {
    List<Hypotension> pressures = Arrays.asList(Hypotension.values());
    for (Fact<Boolean> fever : List.of(YES, NO)) {
      for (Fact<Boolean> masked : List.of(YES, NO)) {
        for (Hypoxia oxygen : Hypoxia.values()) {
          assertThat(
                  pressures.stream()
                      .map(
                          pressure ->
                              new CrsGrade(
                                      fever, masked, new Known<>(pressure), new Known<>(oxygen))
                                  .grade())
                      .map(grading -> ((Grade) grading).grade())
                      .toList())
              .isSorted();
        }
      }
    }
  }
}
