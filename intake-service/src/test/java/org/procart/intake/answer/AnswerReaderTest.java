package org.procart.intake.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.procart.intake.answer.Answer.Flag;
import org.procart.intake.answer.AnswerValue.Coded;
import org.procart.intake.answer.AnswerValue.Decimal;
import org.procart.intake.answer.AnswerValue.FreeText;
import org.procart.intake.answer.AnswerValue.NotAnswered;
import org.procart.intake.answer.AnswerValue.Precision;
import org.procart.intake.answer.AnswerValue.Quantity;
import org.procart.intake.answer.AnswerValue.Temporal;
import org.procart.intake.answer.AnswerValue.Whole;
import org.procart.intake.answer.AnswerValue.YesNo;
import org.procart.intake.questionnaire.Instrument;
import org.procart.intake.questionnaire.TestInstruments;
import org.procart.intake.site.AdviceLevel;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

class AnswerReaderTest {

  private static final Instrument MIXED = TestInstruments.mixed();
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
  private static final String ABSENT =
      "\"extension\":[{\"url\":\"http://hl7.org/fhir/StructureDefinition/data-absent-reason\","
          + "\"valueCode\":\"%s\"}]";

  static Stream<Arguments> goodAnswers() {
    return Stream.of(
        Arguments.of("fever", "\"valueBoolean\":true", new YesNo(true)),
        Arguments.of("temperature", "\"valueDecimal\":38.0", new Decimal(new BigDecimal("38.0"))),
        Arguments.of("temperature", "\"valueDecimal\":45.0", new Decimal(new BigDecimal("45.0"))),
        Arguments.of("temperature", "\"valueDecimal\":30", new Decimal(new BigDecimal("30"))),
        Arguments.of("pulse", "\"valueInteger\":20", new Whole(20)),
        Arguments.of("pulse", "\"valueInteger\":250", new Whole(250)),
        Arguments.of(
            "weight",
            "\"valueQuantity\":{\"value\":70.5,\"unit\":\"kg\",\"code\":\"kg\"}",
            new Quantity(new BigDecimal("70.5"), "kg")),
        Arguments.of("since", "\"valueDate\":\"2026-11\"", new Temporal(Precision.DATE, "2026-11")),
        Arguments.of(
            "at",
            "\"valueDateTime\":\"2026-11-20T08:00:00+01:00\"",
            new Temporal(Precision.DATE_TIME, "2026-11-20T08:00:00+01:00")),
        Arguments.of(
            "clock", "\"valueTime\":\"08:30:00\"", new Temporal(Precision.TIME, "08:30:00")),
        Arguments.of("words", "\"valueString\":\"short\"", new FreeText()),
        Arguments.of(
            "pain",
            "\"valueCoding\":{\"system\":\"urn:s\",\"code\":\"4\"}",
            new Coded("4", "urn:s", 4)),
        Arguments.of("pain", "\"valueCoding\":{\"code\":\"4\"}", new Coded("4", "urn:s", 4)),
        Arguments.of(
            "pain",
            "\"valueCoding\":{\"system\":\"urn:s\",\"code\":\"no\"}",
            new NotAnswered("asked-declined")),
        Arguments.of("number", "\"valueInteger\":2", new Whole(2)),
        Arguments.of(
            "breath",
            "\"valueCoding\":{\"system\":\"urn:s\",\"code\":\"at-rest\"}",
            new Coded("at-rest", "urn:s", 2)),
        Arguments.of(
            "breath", "\"valueCoding\":{\"code\":\"not-said\"}", new NotAnswered("asked-declined")),
        Arguments.of("tired", "\"valueInteger\":2", new Coded("2", null, 2)),
        Arguments.of(
            "tired",
            "\"valueCoding\":{\"system\":\"urn:c\",\"code\":\"a-little\"}",
            new Coded("a-little", "urn:c", 2)),
        Arguments.of(
            "tired", "\"valueCoding\":{\"code\":\"a-little\"}", new Coded("a-little", "urn:c", 2)),
        Arguments.of(
            "body",
            "\"valueQuantity\":{\"value\":100.40,\"code\":\"[degF]\"}",
            new Quantity(new BigDecimal("100.40"), "[degF]")),
        Arguments.of("else", "\"valueString\":\"my own\"", new FreeText()),
        Arguments.of("else", "\"valueCoding\":{\"code\":\"x\"}", new Coded("x", "urn:s", null)),
        Arguments.of(
            "pulse", ABSENT.formatted("asked-declined"), new NotAnswered("asked-declined")),
        Arguments.of(
            "pulse",
            "\"_valueInteger\":{" + ABSENT.formatted("not-applicable") + "}",
            new NotAnswered("not-applicable")),
        Arguments.of(
            "pain",
            "\"valueCoding\":{" + ABSENT.formatted("unknown") + "}",
            new NotAnswered("unknown")));
  }

  @ParameterizedTest
  @MethodSource("goodAnswers")
  void anAnswerIsReadAsItsKind(String linkId, String answer, AnswerValue expected) {
    // When
    ReadAnswers read = read(false, item(linkId, answer));

    // Then
    assertThat(read.faults()).isEmpty();
    assertThat(read.answers()).extracting(Answer::value).containsExactly(expected);
  }

  static Stream<Arguments> badAnswers() {
    return Stream.of(
        Arguments.of("fever", "\"valueBoolean\":\"true\"", "wrong-answer-value"),
        Arguments.of("fever", "\"valueInteger\":1", "wrong-answer-type"),
        Arguments.of("temperature", "\"valueDecimal\":45.1", "value-out-of-range"),
        Arguments.of("temperature", "\"valueDecimal\":29.9", "value-out-of-range"),
        Arguments.of("temperature", "\"valueDecimal\":\"38\"", "wrong-answer-value"),
        Arguments.of("temperature", "\"valueDecimal\":1e999999", "value-out-of-range"),
        Arguments.of("pulse", "\"valueInteger\":19", "value-out-of-range"),
        Arguments.of("pulse", "\"valueInteger\":251", "value-out-of-range"),
        Arguments.of("pulse", "\"valueInteger\":80.5", "wrong-answer-value"),
        Arguments.of("pulse", "\"valueInteger\":99999999999", "value-out-of-range"),
        Arguments.of(
            "weight",
            "\"valueQuantity\":{\"value\":70,\"comparator\":\"<\",\"code\":\"kg\"}",
            "wrong-answer-value"),
        Arguments.of("weight", "\"valueQuantity\":{\"value\":70}", "wrong-answer-value"),
        Arguments.of("since", "\"valueDate\":\"2026-02-30\"", "wrong-answer-value"),
        Arguments.of("at", "\"valueDateTime\":\"2026-11-20T08:00:00\"", "wrong-answer-value"),
        Arguments.of("clock", "\"valueTime\":\"25:00\"", "wrong-answer-value"),
        Arguments.of(
            "pain",
            "\"valueCoding\":{\"system\":\"urn:s\",\"code\":\"5\"}",
            "value-not-in-options"),
        Arguments.of(
            "pain",
            "\"valueCoding\":{\"system\":\"urn:t\",\"code\":\"4\"}",
            "value-not-in-options"),
        Arguments.of("pain", "\"valueInteger\":4", "wrong-answer-type"),
        Arguments.of("pain", "\"valueCoding\":{\"display\":\"bad\"}", "wrong-json-type"),
        Arguments.of(
            "pain", "\"valueCoding\":{\"code\":\"4\"},\"valueInteger\":4", "more-than-one-value"),
        Arguments.of(
            "pain",
            "\"modifierExtension\":[{\"url\":\"x\"}],\"valueCoding\":{\"code\":\"4\"}",
            "modifier-extension"),
        Arguments.of("number", "\"valueInteger\":3", "value-not-in-options"),
        Arguments.of("tired", "\"valueInteger\":3", "value-not-in-options"),
        Arguments.of("tired", "\"valueCoding\":{\"code\":\"1\"}", "value-not-in-options"),
        Arguments.of("tired", "\"valueDecimal\":1", "wrong-answer-type"),
        Arguments.of("breath", "\"valueCoding\":{\"code\":\"worse\"}", "value-not-in-options"),
        Arguments.of(
            "body", "\"valueQuantity\":{\"value\":311.2,\"code\":\"K\"}", "unit-not-taken"),
        Arguments.of("pulse", "\"id\":\"a\"", "answer-without-value"),
        Arguments.of("pulse", ABSENT.formatted("no-time"), "unknown-absent-reason"),
        Arguments.of("note", "\"valueString\":\"x\"", "answer-not-allowed"),
        Arguments.of("g", "\"valueString\":\"x\"", "answer-not-allowed"));
  }

  @ParameterizedTest
  @MethodSource("badAnswers")
  void aBadAnswerIsAFaultWithItsPlaceAndItsNeighbourIsStillRead(
      String linkId, String answer, String code) {
    // When
    ReadAnswers read = read(false, item(linkId, answer), item("else", "\"valueString\":\"mine\""));

    // Then
    assertThat(read.faults()).extracting(Fault::code).contains(code);
    assertThat(read.faults())
        .allSatisfy(
            fault -> assertThat(fault.location()).startsWith("QuestionnaireResponse.item["));
    assertThat(read.answers()).extracting(Answer::linkId).containsExactly("else");
  }

  @Test
  void everyFaultIsToldAtOnce() {
    // When
    ReadAnswers read =
        read(
            true,
            item("unheard-of", "\"valueString\":\"x\""),
            item("pulse", "\"valueInteger\":9999"),
            item("pain", "\"valueCoding\":{\"code\":\"9\"}"),
            item("pulse", "\"valueInteger\":80"),
            "{\"answer\":[{\"valueString\":\"x\"}]}",
            "7");

    // Then
    assertThat(read.faults())
        .extracting(Fault::code, Fault::location)
        .containsExactlyInAnyOrder(
            tuple("unknown-link-id", "QuestionnaireResponse.item[0].linkId"),
            tuple("value-out-of-range", "QuestionnaireResponse.item[1].answer[0].value"),
            tuple("value-not-in-options", "QuestionnaireResponse.item[2].answer[0].value"),
            tuple("repeated-link-id", "QuestionnaireResponse.item[3].linkId"),
            tuple("link-id-missing", "QuestionnaireResponse.item[4].linkId"),
            tuple("wrong-json-type", "QuestionnaireResponse.item[5]"),
            tuple(
                "required-answer-missing",
                "QuestionnaireResponse.item.where(linkId='fever').answer"));
  }

  @Test
  void nestedFlatAndUnderAnAnswerAreAllRead() {
    // When
    ReadAnswers read =
        read(
            false,
            "{\"linkId\":\"g\",\"item\":[" + item("pulse", "\"valueInteger\":80") + "]}",
            item(
                "fever",
                "\"valueBoolean\":true,\"item\":["
                    + item("temperature", "\"valueDecimal\":38.5")
                    + "]"));

    // Then
    assertThat(read.faults()).isEmpty();
    assertThat(read.answers())
        .extracting(Answer::linkId)
        .containsExactly("fever", "temperature", "pulse");
  }

  @Test
  void ofARepeatedAnswerTheWorstIsTaken() {
    // When
    ReadAnswers read =
        read(
            false,
            item("pain", "\"valueCoding\":{\"code\":\"4\"}"),
            item("pain", "\"valueCoding\":{\"code\":\"0\"}"));

    // Then
    assertThat(read.faults()).extracting(Fault::code).containsExactly("repeated-link-id");
    assertThat(read.answers())
        .filteredOn(answer -> answer.linkId().equals("pain"))
        .extracting(Answer::value, Answer::flags)
        .containsExactly(tuple(new Coded("4", "urn:s", 4), Set.of(Flag.REPEATED)));
    assertThat(read.redFlag()).isEqualTo(AdviceLevel.URGENT);
  }

  @Test
  void anItemThatRepeatsTakesSeveralAnswers() {
    // When
    ReadAnswers read =
        read(
            false,
            item("pain", "\"valueCoding\":{\"code\":\"4\"}"),
            "{\"linkId\":\"where\",\"answer\":[{\"valueCoding\":{\"code\":\"head\"}},"
                + "{\"valueCoding\":{\"code\":\"chest\"}}]}");

    // Then
    assertThat(read.faults()).isEmpty();
    assertThat(read.answers()).extracting(Answer::linkId).containsExactly("pain", "where", "where");
  }

  @Test
  void anAnswerUnderAnUnmetConditionIsKeptAndFlagged() {
    // When
    ReadAnswers read =
        read(
            false,
            item("pain", "\"valueCoding\":{\"code\":\"0\"}"),
            item("how", "\"valueCoding\":{\"code\":\"bad\"}"));

    // Then
    assertThat(read.faults()).isEmpty();
    assertThat(read.answers())
        .extracting(Answer::linkId, Answer::value, Answer::flags)
        .containsExactly(
            tuple("pain", new Coded("0", "urn:s", 0), Set.of()),
            tuple("how", new Coded("bad", "urn:s", 3), Set.of(Flag.BRANCH_CONFLICT)));
  }

  @Test
  void whatWasNotAskedIsZeroAndSaysSo() {
    // When
    ReadAnswers read = read(false, item("pain", "\"valueCoding\":{\"code\":\"0\"}"));

    // Then
    assertThat(read.answers())
        .extracting(Answer::linkId, Answer::value, Answer::flags)
        .containsExactly(
            tuple("pain", new Coded("0", "urn:s", 0), Set.of()),
            tuple("how", new Coded("none", "urn:s", 0), Set.of(Flag.BRANCHED_AWAY)));
  }

  @Test
  void aConditionOnAnUnansweredOrDeclinedQuestionDecidesNothing() {
    // When
    ReadAnswers unanswered = read(false, item("how", "\"valueCoding\":{\"code\":\"bad\"}"));
    ReadAnswers declined =
        read(
            false,
            item("pain", "\"valueCoding\":{\"code\":\"no\"}"),
            item("how", "\"valueCoding\":{\"code\":\"bad\"}"));

    // Then
    assertThat(unanswered.answers()).extracting(Answer::flags).containsExactly(Set.of());
    assertThat(declined.answers()).extracting(Answer::flags).containsOnly(Set.of());
  }

  @Test
  void aRequiredAnswerIsNotMissedWhenItsConditionIsUnmetOrItIsDeclined() {
    // When
    ReadAnswers noFever = read(true, item("fever", "\"valueBoolean\":false"));
    ReadAnswers fever = read(true, item("fever", "\"valueBoolean\":true"));
    ReadAnswers declined =
        read(true, "{\"linkId\":\"fever\"," + ABSENT.formatted("asked-declined") + "}");

    // Then
    assertThat(noFever.faults()).isEmpty();
    assertThat(fever.faults()).extracting(Fault::code).containsExactly("required-answer-missing");
    assertThat(declined.faults()).isEmpty();
  }

  @Test
  void tooLongATextIsAFaultAndStillAnnounced() {
    // When
    ReadAnswers read = read(false, item("words", "\"valueString\":\"longer than ten\""));

    // Then
    assertThat(read.faults()).extracting(Fault::code).containsExactly("text-too-long");
    assertThat(read.freeTextPresent()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "body, '\"valueQuantity\":{\"value\":37.9,\"code\":\"Cel\"}', NONE, ''",
    "body, '\"valueQuantity\":{\"value\":37.99999,\"code\":\"Cel\"}', NONE, ''",
    "body, '\"valueQuantity\":{\"value\":38.0,\"code\":\"Cel\"}', URGENT, ''",
    "body, '\"valueQuantity\":{\"value\":100.3,\"code\":\"[degF]\"}', NONE, ''",
    "body, '\"valueQuantity\":{\"value\":100.4,\"code\":\"[degF]\"}', URGENT, ''",
    "body, '\"valueQuantity\":{\"value\":100.4,\"code\":\"Cel\"}', URGENT, 'UNIT_ASSUMED'",
    "body, '\"valueQuantity\":{\"value\":98,\"code\":\"Cel\"}', NONE, 'UNIT_ASSUMED'",
    "body, '\"valueQuantity\":{\"value\":43.0,\"code\":\"Cel\"}', URGENT, ''",
    "body, '\"valueQuantity\":{\"value\":43.1,\"code\":\"Cel\"}', NONE, 'IMPLAUSIBLE'",
    "body, '\"valueQuantity\":{\"value\":29.9,\"code\":\"Cel\"}', NONE, 'IMPLAUSIBLE'",
    "body, '\"valueQuantity\":{\"value\":38.5,\"code\":\"[degF]\"}', NONE, 'IMPLAUSIBLE'",
    "pressure, '\"valueQuantity\":{\"value\":101,\"code\":\"mm[Hg]\"}', NONE, ''",
    "pressure, '\"valueQuantity\":{\"value\":100,\"code\":\"mm[Hg]\"}', CONTACT, ''",
    "pressure, '\"valueQuantity\":{\"value\":90,\"code\":\"mm[Hg]\"}', URGENT, ''",
    "seizure, '\"valueBoolean\":true', URGENT, ''",
    "seizure, '\"valueBoolean\":false', NONE, ''",
    "falls, '\"valueInteger\":1', NONE, ''",
    "falls, '\"valueInteger\":2', CONTACT, ''",
    "breath, '\"valueCoding\":{\"code\":\"at-rest\"}', URGENT, ''",
  })
  void aValueIsMarkedByTheQuestionnairesLimitsAndKeptAsSent(
      String linkId, String answer, AdviceLevel level, String flag) {
    // When
    ReadAnswers read = read(false, item(linkId, answer));

    // Then
    assertThat(read.faults()).isEmpty();
    assertThat(read.redFlag()).isEqualTo(level);
    assertThat(read.answers())
        .flatExtracting(Answer::flags)
        .extracting(Flag::name)
        .isEqualTo(flag.isEmpty() ? List.of() : List.of(flag));
  }

  @Test
  void anotherUnitIsAFaultThatNamesThoseThatAreTaken() {
    // When
    ReadAnswers read =
        read(false, item("body", "\"valueQuantity\":{\"value\":311,\"code\":\"K\"}"));

    // Then
    assertThat(read.faults())
        .extracting(Fault::code, Fault::message)
        .containsExactly(tuple("unit-not-taken", "Send the value in one of: Cel, [degF]."));
  }

  @Test
  void anIntegerThatWasNotAskedIsNeverZero() {
    // When
    ReadAnswers read = read(false, item("seizure", "\"valueBoolean\":false"));

    // Then
    assertThat(read.answers()).extracting(Answer::linkId).containsExactly("seizure");
  }

  @Test
  void noFaultRepeatsWhatWasWritten() {
    // When
    ReadAnswers read =
        read(
            true,
            item("Anna Example", "\"valueString\":\"secret\""),
            item("pain", "\"valueCoding\":{\"code\":\"secret\"}"),
            item("pulse", "\"valueInteger\":424242"));

    // Then
    assertThat(read.faults().toString()).doesNotContain("Anna", "secret", "424242");
  }

  private static ReadAnswers read(boolean complete, String... items) {
    return AnswerReader.read(
        MIXED, JSON.readTree("{\"item\":[" + String.join(",", items) + "]}"), complete);
  }

  private static String item(String linkId, String answer) {
    return "{\"linkId\":\"%s\",\"answer\":[{%s}]}".formatted(linkId, answer);
  }
}
