package org.procart.intake.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.procart.intake.questionnaire.Instruments.Lookup;
import org.procart.intake.site.AdviceLevel;

class InstrumentsTest {

  private static final String NATIONAL =
      "https://www.medizininformatik-initiative.de/fhir/ext/modul-pro/Questionnaire/"
          + "mii-qst-pro-pro-ctcae-onkologisches-basisscreening";

  private final Instruments instruments = Instruments.released();

  @Test
  void theNationalFormHasAllItemsAndNoneIsRequired() {
    // When
    Instrument form = found(NATIONAL);

    // Then
    assertThat(form.items()).filteredOn(item -> item.type().takesAnswers()).hasSize(124);
    assertThat(form.items()).noneMatch(Item::required);
    assertThat(form.item("proctcae-19a-sev").orElseThrow().options())
        .extracting(Option::ordinal)
        .containsExactly(0, 1, 2, 3, 4);
    assertThat(
            form.item("proctcae-19a-sev")
                .orElseThrow()
                .option(null, "proctcae-severity-3")
                .orElseThrow()
                .redFlag())
        .isEqualTo(AdviceLevel.URGENT);
  }

  @Test
  void withoutAVersionTheNewestReleasedOneCounts() {
    assertThat(found(NATIONAL).version()).isEqualTo("2026.0.0");
    assertThat(found(NATIONAL + "|2026.0.0").version()).isEqualTo("2026.0.0");
  }

  @Test
  void unknownUrlsAndVersionsAreToldApart() {
    assertThat(instruments.find("https://example.org/other")).isInstanceOf(Lookup.UnknownUrl.class);
    assertThat(instruments.find(NATIONAL + "|1999.0")).isInstanceOf(Lookup.UnknownVersion.class);
  }

  private Instrument found(String canonical) {
    return instruments.find(canonical) instanceof Lookup.Found(Instrument instrument)
        ? instrument
        : org.junit.jupiter.api.Assertions.fail("not found");
  }
}
