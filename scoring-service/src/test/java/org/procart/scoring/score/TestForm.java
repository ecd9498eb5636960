package org.procart.scoring.score;

import static org.procart.scoring.score.TestReports.number;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.procart.schemas.Answer;
import org.procart.schemas.AnswerKind;
import org.procart.schemas.questionnaire.ReleasedQuestionnaire;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The options of a form, read from the questionnaire's file as intake does. */
record TestForm(JsonNode json) {

  private static final String ORDINAL = "http://hl7.org/fhir/StructureDefinition/ordinalValue";

  /**
   * One way to answer an item.
   *
   * @param value number that stands for it
   */
  record Choice(JsonNode item, JsonNode option, double value) {

    Answer answer() {
      String linkId = item.get("linkId").asString();
      return option.has("valueInteger")
          ? number(linkId, option.get("valueInteger").asInt())
          : TestReports.answer(linkId, AnswerKind.CODED)
              .setCode(code())
              .setOrdinal((int) value)
              .build();
    }

    String code() {
      return option.path("valueCoding").path("code").asString(option.path("code").asString(""));
    }
  }

  static TestForm of(ReleasedQuestionnaire form) {
    return new TestForm(JsonMapper.shared().readTree(form.json()));
  }

  /** Items that somebody is asked. */
  Stream<JsonNode> questions() {
    return items(json)
        .filter(item -> !List.of("group", "display").contains(item.get("type").asString()));
  }

  /** Every choice of every item that has a number. */
  Stream<Choice> choices() {
    return questions().flatMap(this::choices);
  }

  Answer chosen(String linkId, String code) {
    return choices()
        .filter(choice -> choice.item().get("linkId").asString().equals(linkId))
        .filter(choice -> choice.code().equals(code))
        .findFirst()
        .orElseThrow()
        .answer();
  }

  private Stream<Choice> choices(JsonNode item) {
    return Stream.concat(
            item.path("answerOption").valueStream(),
            contained(item.path("answerValueSet").asString("")))
        .flatMap(option -> value(option).map(n -> new Choice(item, option, n)).stream());
  }

  private Stream<JsonNode> contained(String reference) {
    return json.path("contained")
        .valueStream()
        .filter(set -> ("#" + set.get("id").asString()).equals(reference))
        .flatMap(set -> set.get("compose").get("include").valueStream())
        .flatMap(include -> include.get("concept").valueStream());
  }

  private static Optional<Double> value(JsonNode option) {
    return option
        .path("extension")
        .valueStream()
        .filter(extension -> extension.get("url").asString().equals(ORDINAL))
        .map(extension -> extension.get("valueDecimal").asDouble())
        .findFirst()
        .or(
            () ->
                Optional.of(option)
                    .filter(o -> o.has("valueInteger") && !o.has("extension"))
                    .map(o -> o.get("valueInteger").asDouble()));
  }

  private static Stream<JsonNode> items(JsonNode node) {
    return node.path("item")
        .valueStream()
        .flatMap(item -> Stream.concat(Stream.of(item), items(item)));
  }
}
