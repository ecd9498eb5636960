package org.procart.intake.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.procart.intake.site.AdviceLevel;
import org.procart.intake.site.Site;
import org.procart.intake.site.SiteStatus;
import org.procart.intake.snapshot.Snapshot;

class AdvisorTest {

  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

  @ParameterizedTest
  @ValueSource(strings = {"en", "fr", "es", "pt", "nl", "de", "mi"})
  void whereNoSiteIsKnownThereAreWordsOfEachLanguageAtEachLevelWithoutANumber(String language) {
    for (AdviceLevel level : AdviceLevel.values()) {
      Advice advice = Advisor.advise(level, null, language, NOW);

      assertThat(advice.language()).isEqualTo(language);
      assertThat(advice.text()).isNotBlank().doesNotContainPattern("[0-9]");
      assertThat(advice.version()).isEqualTo("platform/2");
      assertThat(advice.watchedNow()).isFalse();
    }
  }

  @ParameterizedTest
  @CsvSource({"pt-BR, pt", "NL, nl", "it, en"})
  void aLanguageIsFoundByItsPlainFormElseItIsEnglish(String wanted, String given) {
    assertThat(Advisor.advise(AdviceLevel.NONE, null, wanted, NOW).language()).isEqualTo(given);
  }

  @Test
  void signedWordsGoBeforeTranslatedOnes() {
    // Given a French site without German words
    Snapshot<Site> site = new Snapshot<>(site("Appelez le 15.", "+33 1 99 00 00 01"), 7);

    // When
    Advice advice = Advisor.advise(AdviceLevel.URGENT, site, "de", NOW);

    // Then
    assertThat(advice.text()).isEqualTo("Appelez le 15.");
    assertThat(advice.language()).isEqualTo("fr");
  }

  @Test
  void aVersionIsTheWordsAndTheNumbers() {
    // Given
    String version = site("Appelez le 15.", "+33 1 99 00 00 01").adviceVersion();

    // Then
    assertThat(version).matches("site-f/[0-9a-f]{12}");
    assertThat(site("Appelez le 15.", "+33 1 99 00 00 01").adviceVersion()).isEqualTo(version);
    assertThat(site("Appelez le 112.", "+33 1 99 00 00 01").adviceVersion()).isNotEqualTo(version);
    assertThat(site("Appelez le 15.", "+33 1 99 00 00 02").adviceVersion()).isNotEqualTo(version);
  }

  private static Site site(String urgent, String phone) {
    return new Site(
        "site-f",
        "Exemple",
        ZoneId.of("Europe/Paris"),
        "FR",
        List.of("fr"),
        "15",
        phone,
        Map.of(
            "fr",
            Map.of(
                AdviceLevel.URGENT,
                urgent,
                AdviceLevel.CONTACT,
                "Appelez-nous.",
                AdviceLevel.NONE,
                "Merci.")),
        List.of(),
        "",
        SiteStatus.LIVE);
  }
}
