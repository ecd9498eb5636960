package org.procart.intake.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.procart.intake.answer.Answer.Flag;
import org.procart.intake.questionnaire.Instrument;
import org.procart.intake.questionnaire.Instruments;
import org.procart.intake.questionnaire.Instruments.Lookup;
import org.procart.intake.site.AdviceLevel;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The forms that patients get, answered as front ends answer them. */
class ReleasedFormsTest {

  private static final Instruments INSTRUMENTS = Instruments.released();
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
  private static final String HOME_CHECK = "https://procart.org/fhir/Questionnaire/cart-home-check";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "qr-phq-9-item9-positive.json",
        "qr-pro-ctcae-basisscreening.json",
        "qr-qlq-c30.json"
      })
  void whatANationalFrontEndWritesIsReadWithoutAFault(String file) throws IOException {
    // Given
    JsonNode report;
    try (InputStream stream =
        Objects.requireNonNull(getClass().getResourceAsStream("/national/" + file))) {
      report = JSON.readTree(stream);
    }

    // When
    ReadAnswers read =
        AnswerReader.read(found(report.path("questionnaire").asString()), report, true);

    // Then
    assertThat(read.faults()).isEmpty();
    assertThat(read.answers())
        .extracting(Answer::linkId)
        .containsAll(
            report
                .path("item")
                .valueStream()
                .filter(item -> item.has("answer"))
                .map(item -> item.path("linkId").asString())
                .toList());
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"linkId\":\"temperature\",\"answer\":[{\"valueQuantity\":{\"value\":37.9,\"code\":\"Cel\"}}]}',"
        + " NONE",
    "'{\"linkId\":\"temperature\",\"answer\":[{\"valueQuantity\":{\"value\":100.4,\"code\":\"[degF]\"}}]}',"
        + " URGENT",
    "'{\"linkId\":\"confusion\",\"answer\":[{\"valueBoolean\":true}]}', URGENT",
    "'{\"linkId\":\"confusion\",\"answer\":[{\"valueBoolean\":false}]}', NONE",
    "'{\"linkId\":\"breathless\",\"answer\":[{\"valueCoding\":{\"code\":\"breathless-at-rest\"}}]}',"
        + " URGENT",
    "'{\"linkId\":\"ice\",\"answer\":[{\"valueCoding\":{\"code\":\"ice-cannot-be-woken\"}}]}',"
        + " URGENT",
    "'{\"linkId\":\"ice\",\"answer\":[{\"valueCoding\":{\"code\":\"ice-no-carer\"}}]}', NONE",
  })
  void theHomeCheckTellsItsReporterAtOnce(String item, AdviceLevel level) {
    // When
    ReadAnswers read = homeCheck(item);

    // Then
    assertThat(read.faults()).isEmpty();
    assertThat(read.redFlag()).isEqualTo(level);
  }

  @Test
  void anIceThatWasNotDoneHasNoZerosAndItsComponentsAreKeptAsAConflict() {
    // When
    ReadAnswers read =
        homeCheck(
            """
            {"linkId":"ice","answer":[{"valueCoding":{"code":"ice-refused"}}]},
            {"linkId":"ice-naming","answer":[{"valueInteger":3}]}
            """);

    // Then
    assertThat(read.faults()).isEmpty();
    assertThat(read.answers()).extracting(Answer::linkId).containsExactly("ice", "ice-naming");
    assertThat(read.answers().getLast().flags()).containsExactly(Flag.BRANCH_CONFLICT);
  }

  private static ReadAnswers homeCheck(String items) {
    return AnswerReader.read(
        found(HOME_CHECK), JSON.readTree("{\"item\":[%s]}".formatted(items)), true);
  }

  private static Instrument found(String canonical) {
    return INSTRUMENTS.find(canonical) instanceof Lookup.Found(Instrument instrument)
        ? instrument
        : org.junit.jupiter.api.Assertions.fail("not found: " + canonical);
  }
}
