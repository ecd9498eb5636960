package org.procart.schemas.questionnaire;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A questionnaire file, as its tests and its page look at it. */
record Form(JsonNode root) {

  static final String OURS = "https://procart.org/fhir/StructureDefinition/";

  static Stream<Form> all() {
    return QuestionnaireCatalogue.load().all().stream()
        .map(form -> new Form(JsonMapper.shared().readTree(form.json())));
  }

  String text(String field) {
    return root.path(field).asString("");
  }

  /** All items, groups too, in the order of the form. */
  List<JsonNode> items() {
    return below(root).toList();
  }

  List<JsonNode> questions() {
    return items().stream()
        .filter(item -> !List.of("group", "display").contains(item.path("type").asString("")))
        .toList();
  }

  /** Options as the item lists them or its value set does. */
  List<JsonNode> options(JsonNode item) {
    String reference = item.path("answerValueSet").asString("");
    return reference.isEmpty()
        ? item.path("answerOption").valueStream().toList()
        : root.path("contained")
            .valueStream()
            .filter(set -> ("#" + set.path("id").asString("")).equals(reference))
            .flatMap(set -> set.path("compose").path("include").valueStream())
            .flatMap(include -> include.path("concept").valueStream())
            .toList();
  }

  Optional<String> extension(String name) {
    return extensions(root, name)
        .map(extension -> extension.path("valueString").asString(""))
        .findFirst();
  }

  static Stream<JsonNode> extensions(JsonNode element, String name) {
    return element
        .path("extension")
        .valueStream()
        .filter(extension -> extension.path("url").asString("").equals(OURS + name));
  }

  private static Stream<JsonNode> below(JsonNode parent) {
    return parent
        .path("item")
        .valueStream()
        .flatMap(item -> Stream.concat(Stream.of(item), below(item)));
  }

  @Override
  public String toString() {
    return text("url") + "|" + text("version");
  }
}
