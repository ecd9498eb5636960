package org.procart.schemas.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.procart.schemas.GeneratedFile;
import tools.jackson.databind.JsonNode;

/** What every questionnaire that we ship must keep to. */
class QuestionnaireRulesTest {

  private static final Set<String> LEVELS = Set.of("URGENT", "CONTACT");

  static Stream<Form> forms() {
    return Form.all();
  }

  @ParameterizedTest
  @MethodSource("forms")
  void itSaysWhatItIsAndWhoseItIs(Form form) {
    assertThat(List.of("name", "title", "date", "publisher", "description", "copyright"))
        .allSatisfy(field -> assertThat(form.text(field)).as(field).isNotBlank());
    assertThat(form.text("version")).matches("\\d+\\.\\d+\\.\\d+");
  }

  @ParameterizedTest
  @MethodSource("forms")
  void aChoiceHasOptionsAndEveryOptionANumberOrAReason(Form form) {
    for (JsonNode item : form.questions()) {
      List<JsonNode> options = form.options(item);
      if (item.path("type").asString("").equals("choice")) {
        assertThat(options).as(item.path("linkId").asString("")).isNotEmpty();
      }
      if (!item.path("linkId").asString("").equals("ice")) { // a reason, not an amount
        assertThat(options).allMatch(QuestionnaireRulesTest::countsOrSaysWhyNot);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("forms")
  void aConditionNamesAnEarlierQuestionAndOneOfItsOptions(Form form) {
    Set<String> earlier = new LinkedHashSet<>();
    for (JsonNode item : form.items()) {
      for (JsonNode condition : item.path("enableWhen")) {
        String question = condition.path("question").asString("");
        assertThat(earlier).contains(question);
        assertThat(codes(form, question))
            .contains(condition.path("answerCoding").path("code").asString(""));
      }
      earlier.add(item.path("linkId").asString(""));
    }
  }

  @ParameterizedTest
  @MethodSource("forms")
  void theWordingOfALicensedInstrumentIsNotInIt(Form form) {
    if (form.extension("licence-holder").isPresent()) {
      assertThat(form.text("copyright")).contains("overlay");
      assertThat(form.questions())
          .allMatch(
              item ->
                  Form.extensions(item.path("_text"), "text-is-term").findAny().isPresent()
                      || item.path("readOnly").asBoolean(false));
      assertThat(form.questions().stream().flatMap(item -> form.options(item).stream()))
          .noneMatch(option -> option.path("valueCoding").has("display") || option.has("display"));
    }
  }

  @ParameterizedTest
  @MethodSource("forms")
  void redFlagsAreOfAKnownLevel(Form form) {
    for (JsonNode item : form.questions()) {
      assertThat(Form.extensions(item, "red-flag-when").map(QuestionnaireRulesTest::level))
          .isSubsetOf(LEVELS);
      assertThat(
              form.options(item).stream()
                  .flatMap(option -> Form.extensions(option, "red-flag"))
                  .map(flag -> flag.path("valueCode").asString("")))
          .isSubsetOf(LEVELS);
    }
  }

  @Test
  void thePageForPeopleIsCurrent() {
    GeneratedFile.isCurrent(Path.of("../docs/instruments.md"), InstrumentPage.text());
  }

  static String level(JsonNode redFlag) {
    return redFlag.path("extension").path(0).path("valueCode").asString("");
  }

  private static boolean countsOrSaysWhyNot(JsonNode option) {
    return option.has("valueInteger")
        || option
            .path("extension")
            .valueStream()
            .map(extension -> extension.path("url").asString(""))
            .anyMatch(url -> url.endsWith("/ordinalValue") || url.endsWith("/not-answered-reason"));
  }

  private static List<String> codes(Form form, String linkId) {
    return form.questions().stream()
        .filter(item -> item.path("linkId").asString("").equals(linkId))
        .flatMap(item -> form.options(item).stream())
        .map(
            option ->
                option.path("valueCoding").path("code").asString(option.path("code").asString("")))
        .toList();
  }
}
