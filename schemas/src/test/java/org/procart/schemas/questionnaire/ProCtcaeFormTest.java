package org.procart.schemas.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.procart.schemas.GeneratedFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ProCtcaeFormTest {

  private static final Path FOLDER = Path.of("src/main/resources/questionnaires");

  private final JsonNode form = form(ProCtcaeForm.LIBRARY);

  static Stream<ProCtcaeForm.Spec> specs() {
    return ProCtcaeForm.ALL.stream();
  }

  @ParameterizedTest
  @MethodSource("specs")
  void theReleasedFileIsTheGeneratedOne(ProCtcaeForm.Spec spec) {
    GeneratedFile.isCurrent(FOLDER.resolve(spec.file()), new ProCtcaeForm(spec).text());
  }

  @Test
  void aReadyFormIsAPartOfTheLibrary() {
    JsonNode skin = form(ProCtcaeForm.SKIN);
    assertThat(children(skin)).hasSize(15).isSubsetOf(children(form));
    assertThat(skin.get("derivedFrom").get(0)).isEqualTo(form.get("url"));
    assertThat(children(form(ProCtcaeForm.CART_WEEKLY))).hasSize(27).isSubsetOf(children(form));
  }

  private static JsonNode form(ProCtcaeForm.Spec spec) {
    return JsonMapper.shared().readTree(new ProCtcaeForm(spec).text());
  }

  @Test
  void all124ItemsOfThe80TermsAreInAndNoneIsRequired() {
    assertThat(children(form)).hasSize(80);
    assertThat(items()).hasSize(124).noneMatch(item -> item.get("required").asBoolean());
    assertThat(items().stream().map(item -> item.get("linkId").asString())).doesNotHaveDuplicates();
  }

  @Test
  void severityOfASafetyTermIsUrgentFromSevereOn() {
    assertThat(flags("proctcae-46a-sev")).containsExactly("", "", "", "URGENT", "URGENT");
    assertThat(flags("proctcae-46b-int")).containsExactly("", "", "", "CONTACT", "CONTACT");
    assertThat(flags("proctcae-74a-frq")).containsExactly("", "", "", "CONTACT", "CONTACT");
    assertThat(flags("proctcae-74b-sev")).containsExactly("", "", "", "URGENT", "URGENT");
    assertThat(flags("proctcae-53a-sev")).containsExactly("", "", "", "CONTACT", "CONTACT");
    assertThat(flags("proctcae-29a-yn")).containsExactly("", "CONTACT");
    assertThat(flags("proctcae-12a-yn")).containsExactly("", "");
  }

  @Test
  void laterItemsAreAskedOnlyWhenTheFirstIsAboveZero() {
    JsonNode condition = item("proctcae-48c-int").get("enableWhen").get(0);
    assertThat(condition.get("question").asString()).isEqualTo("proctcae-48a-frq");
    assertThat(condition.get("operator").asString()).isEqualTo("!=");
    assertThat(condition.get("answerCoding").get("code").asString())
        .isEqualTo("proctcae-frequency-0");
    assertThat(items().stream().filter(item -> item.has("enableWhen"))).hasSize(124 - 80);
  }

  @Test
  void amountsAreTakenInBothPublishedForms() {
    assertThat(codes("proctcae-27a-amt"))
        .contains("proctcae-amount-4", "proctcae-interference-4")
        .hasSize(10);
  }

  @Test
  void onlyTheItemsOfTheLibraryThatMayBeDeclinedOfferIt() {
    assertThat(codes("proctcae-36a-sev")).contains("proctcae-optout-not-applicable");
    assertThat(codes("proctcae-69a-yn"))
        .contains("proctcae-optout-not-sexually-active", "proctcae-optout-prefer-not-to-answer");
    long declinable =
        items().stream()
            .filter(item -> codes(item).stream().anyMatch(code -> code.contains("optout")))
            .count();
    assertThat(declinable).isEqualTo(10);
  }

  private List<String> flags(String linkId) {
    return children(item(linkId), "answerOption").stream().map(ProCtcaeFormTest::flag).toList();
  }

  private static String flag(JsonNode option) {
    return children(option, "extension").stream()
        .filter(extension -> extension.get("url").asString().endsWith("/red-flag"))
        .map(extension -> extension.get("valueCode").asString())
        .findFirst()
        .orElse("");
  }

  private List<String> codes(String linkId) {
    return codes(item(linkId));
  }

  private static List<String> codes(JsonNode item) {
    return children(item, "answerOption").stream()
        .map(option -> option.get("valueCoding").get("code").asString())
        .toList();
  }

  private JsonNode item(String linkId) {
    return items().stream()
        .filter(item -> item.get("linkId").asString().equals(linkId))
        .findFirst()
        .orElseThrow();
  }

  private List<JsonNode> items() {
    return children(form).stream().flatMap(group -> children(group).stream()).toList();
  }

  private static List<JsonNode> children(JsonNode node) {
    return children(node, "item");
  }

  private static List<JsonNode> children(JsonNode node, String field) {
    return StreamSupport.stream(node.get(field).spliterator(), false).toList();
  }
}
