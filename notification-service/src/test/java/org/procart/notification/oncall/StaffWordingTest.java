package org.procart.notification.oncall;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.procart.notification.channel.GsmText;

class StaffWordingTest {

  private static final String SITE = "site-of-24-letters-12345";
  private static final String DAY = "2026-12-24 20:00";

  @ParameterizedTest
  @EnumSource(StaffWording.class)
  void everyTextIsThereInEveryLanguageAndFitsOneSms(StaffWording words) {
    Object[] values =
        switch (words) {
          case CODE -> new Object[] {"123456"};
          case GAP, GAP_SUBJECT, MENDED, MENDED_SUBJECT ->
              new Object[] {SITE.substring(0, 12), "doctor", 2, DAY, DAY};
          default -> new Object[] {SITE.substring(0, 12), "nurse-1234"};
        };
    for (String language : StaffWording.LANGUAGES) {
      String text = words.in(List.of(language + "-XX"), values);

      assertThat(GsmText.length(text)).as(text).isLessThanOrEqualTo(GsmText.MAX);
      assertThat(GsmText.plain(text)).as(text).startsWith("PRO-CART").doesNotContain("?%", "%1");
    }
  }
}
