package org.procart.notification.cover;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.procart.notification.oncall.Gap;

class WarningTest {

  private static final Instant START = Instant.parse("2026-11-24T20:00:00Z");
  private static final Instant END = Instant.parse("2026-11-25T08:00:00Z");
  private static final WatchSettings SETTINGS =
      new WatchSettings(List.of(hours(24), hours(72), hours(4)));

  @ParameterizedTest
  @CsvSource({"PT72H, 72", "PT24H1S, 72", "PT24H, 24", "PT4H1S, 24", "PT4H, 4", "PT0S, 4"})
  void theWarningThatIsDueIsTheNextOne(Duration ahead, int hours) {
    assertThat(SETTINGS.due(ahead)).isEqualTo(hours(hours));
    assertThat(SETTINGS.horizon()).isEqualTo(hours(72));
  }

  @Test
  void eachIsToldOnce() {
    Gap gap = new Gap("nurse", 1, START, END);
    Warning first = Warning.of("site-a", gap, hours(72));
    Warning second = first.told(gap, hours(24));

    assertThat(first.wasToldAt(hours(72))).isTrue();
    assertThat(first.wasToldAt(hours(24))).isFalse();
    assertThat(second.wasToldAt(hours(24))).isTrue();
    assertThat(second.wasToldAt(hours(72))).isTrue();
    assertThat(second.wasToldAt(hours(4))).isFalse();
    assertThat(second.id()).isEqualTo(first.id());
  }

  @Test
  void aGapThatBeganOrGrewIsTheSame() {
    Warning warning = Warning.of("site-a", new Gap("nurse", 1, START, END), hours(72));

    assertThat(warning.isOf(new Gap("nurse", 1, START.plusSeconds(3600), END))).isTrue();
    assertThat(warning.isOf(new Gap("nurse", 1, START.minusSeconds(3600), END))).isTrue();
    assertThat(warning.isOf(new Gap("nurse", 1, START, END.plusSeconds(3600)))).isTrue();
    assertThat(warning.isOf(new Gap("nurse", 2, START, END))).isFalse();
    assertThat(warning.isOf(new Gap("doctor", 1, START, END))).isFalse();
    assertThat(warning.isOf(new Gap("nurse", 1, END.plusSeconds(60), END.plusSeconds(120))))
        .isFalse();
  }

  private static Duration hours(int hours) {
    return Duration.ofHours(hours);
  }
}
