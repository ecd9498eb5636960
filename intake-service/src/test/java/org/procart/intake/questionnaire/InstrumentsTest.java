package org.procart.intake.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.procart.intake.questionnaire.Instruments.Lookup;
import org.procart.intake.site.AdviceLevel;
import org.procart.schemas.questionnaire.InstrumentFileException;
import org.procart.schemas.questionnaire.InstrumentFolder;
import org.procart.schemas.questionnaire.QuestionnaireCatalogue;

class InstrumentsTest {

  private static final String NATIONAL =
      "https://www.medizininformatik-initiative.de/fhir/ext/modul-pro/Questionnaire/"
          + "mii-qst-pro-pro-ctcae-onkologisches-basisscreening";

  @TempDir Path folder;

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
                .option(Option.CODING, null, "proctcae-severity-3")
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

  @Test
  void aWrongFileIsNamedWithThePlaceAndTheCure() {
    // Given
    String items =
        """
        [{"linkId":"a","type":"choice","answerValueSet":"http://example.org/options"}]
        """;

    // Then
    assertThatThrownBy(() -> instruments(items))
        .isInstanceOf(InstrumentFileException.class)
        .hasMessageContaining("urn:q|1: item a takes its options from http://example.org/options")
        .hasMessageEndingWith("Mend it or take it away.");
    assertThatThrownBy(
            () ->
                instruments(
                    """
                    [{"linkId":"b","type":"boolean","extension":[
                      {"url":"https://procart.org/fhir/StructureDefinition/red-flag-when",
                       "extension":[{"url":"level","valueCode":"SOON"},{"url":"operator","valueCode":"="},
                                    {"url":"value","valueBoolean":true}]}]}]
                    """))
        .hasMessageContaining("urn:q|1: item b has a red-flag-when that is not understood");
  }

  private Instruments instruments(String items) throws IOException {
    Files.writeString(
        folder.resolve("q.json"),
        """
        {"resourceType":"Questionnaire","id":"q","url":"urn:q","version":"1","status":"active",
         "item":%s}
        """
            .formatted(items));
    return new Instruments(
        QuestionnaireCatalogue.load(new InstrumentFolder(folder)), new InstrumentReader());
  }

  private Instrument found(String canonical) {
    return instruments.find(canonical) instanceof Lookup.Found(Instrument instrument)
        ? instrument
        : org.junit.jupiter.api.Assertions.fail("not found");
  }
}
