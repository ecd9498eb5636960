package org.procart.scoring.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.procart.scoring.instrument.ScaleScore.Flag;

class RawItemTest {

  @ParameterizedTest
  @CsvSource({
    "20,    , 19, Below 20 kg: counted as not measured",
    "  , 300, 301, Above 300 kg: counted as not measured",
    "20, 1E2, 101, Outside of 20 to 100 kg: counted as not measured",
  })
  void aMeasurementBeyondItsBoundsIsSaidToBe(
      @Nullable BigDecimal minimum, @Nullable BigDecimal maximum, BigDecimal sent, String why) {
    ScaleScore score = item(minimum, maximum, "kg").score(report(sent));
    assertThat(score.missing()).isEqualTo(MissingReason.OUT_OF_RANGE);
    assertThat(score.flags()).containsExactly(Flag.IMPLAUSIBLE);
    assertThat(score.explanation()).isEqualTo(why);
  }

  private static RawItem item(
      @Nullable BigDecimal minimum, @Nullable BigDecimal maximum, String unit) {
    Scale scale = new Scale("weight", minimum, maximum, Direction.NONE);
    return new RawItem("weight", scale, unit, false, Set.of(), Map.of());
  }

  private static Report report(BigDecimal sent) {
    return Report.of(List.of(new GivenAnswer("weight", new AnswerValue.Measured(sent, "kg"))));
  }
}
