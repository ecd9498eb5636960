package org.procart.simulator.report;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.procart.schemas.questionnaire.QuestionnaireCatalogue;
import org.procart.schemas.questionnaire.ReleasedQuestionnaire;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A questionnaire that can be filled in; an answer that it does not have cannot be given. */
public final class Form {

  private static final String ORDINAL = "http://hl7.org/fhir/StructureDefinition/ordinalValue";
  private static final String UCUM = "http://unitsofmeasure.org";

  private final String canonical;
  private final JsonNode root;
  private final Map<String, Map<String, Option>> options = new LinkedHashMap<>();

  private record Option(JsonNode coding, Optional<Integer> ordinal) {}

  private Form(ReleasedQuestionnaire questionnaire) {
    canonical = questionnaire.toString();
    root = JsonMapper.shared().readTree(questionnaire.json());
    Map<String, JsonNode> valueSets = new HashMap<>();
    root.path("contained").forEach(set -> valueSets.put("#" + set.path("id").asString(""), set));
    collect(root, valueSets);
  }

  /** The newest released version. */
  public static Form of(QuestionnaireCatalogue catalogue, String url) {
    return new Form(
        catalogue
            .find(url, null)
            .orElseThrow(() -> new IllegalStateException("there is no questionnaire " + url)));
  }

  /** Questions in the order of the form. */
  public Set<String> linkIds() {
    return options.keySet();
  }

  public String canonical() {
    return canonical;
  }

  /** The option that counts this much. */
  public Answer.Choice choice(String linkId, int ordinal) {
    return optionsOf(linkId).entrySet().stream()
        .filter(option -> option.getValue().ordinal().equals(Optional.of(ordinal)))
        .findFirst()
        .map(option -> new Answer.Choice(option.getKey()))
        .orElseThrow(() -> new IllegalStateException(linkId + " has no option of " + ordinal));
  }

  /** {@code QuestionnaireResponse.item}, nested as the form is. */
  ArrayNode items(Map<String, Answer> answers) {
    Set<String> left = new HashSet<>(answers.keySet());
    ArrayNode items = items(root, answers, left);
    if (!left.isEmpty()) {
      throw new IllegalStateException(canonical + " does not ask for " + left);
    }
    return items;
  }

  private ArrayNode items(JsonNode parent, Map<String, Answer> answers, Set<String> left) {
    ArrayNode items = JsonMapper.shared().createArrayNode();
    for (JsonNode question : parent.path("item")) {
      String linkId = question.path("linkId").asString("");
      ObjectNode item = JsonMapper.shared().createObjectNode().put("linkId", linkId);
      ArrayNode inside = items(question, answers, left);
      Answer answer = answers.get(linkId);
      if (answer != null && left.remove(linkId)) {
        value(item.putArray("answer").addObject(), linkId, answer);
      }
      if (!inside.isEmpty()) {
        item.set("item", inside);
      }
      if (item.size() > 1) {
        items.add(item);
      }
    }
    return items;
  }

  private void value(ObjectNode holder, String linkId, Answer answer) {
    switch (answer) {
      case Answer.Choice(String code) -> holder.set("valueCoding", coding(linkId, code));
      case Answer.Flag(boolean value) -> holder.put("valueBoolean", value);
      case Answer.Whole(int value) -> holder.put("valueInteger", value);
      case Answer.Measure measure ->
          holder
              .putObject("valueQuantity")
              .put("value", measure.value())
              .put("system", UCUM)
              .put("code", measure.unit());
    }
  }

  private JsonNode coding(String linkId, String code) {
    Option option = optionsOf(linkId).get(code);
    if (option == null) {
      throw new IllegalStateException(linkId + " has no option " + code);
    }
    return option.coding();
  }

  private Map<String, Option> optionsOf(String linkId) {
    Map<String, Option> found = options.get(linkId);
    if (found == null) {
      throw new IllegalStateException(canonical + " has no question " + linkId);
    }
    return found;
  }

  private void collect(JsonNode parent, Map<String, JsonNode> valueSets) {
    for (JsonNode item : parent.path("item")) {
      if (!item.path("type").asString("").equals("group")) {
        Map<String, Option> found = new LinkedHashMap<>();
        JsonNode set = valueSets.get(item.path("answerValueSet").asString(""));
        Stream<JsonNode> inSet = set == null ? Stream.of() : concepts(set);
        Stream.concat(item.path("answerOption").valueStream(), inSet)
            .forEach(
                option ->
                    found.put(
                        option.path("valueCoding").path("code").asString(""),
                        new Option(option.path("valueCoding"), ordinal(option))));
        options.put(item.path("linkId").asString(""), found);
      }
      collect(item, valueSets);
    }
  }

  /** A value set's concepts, as if they were answer options. */
  private static Stream<JsonNode> concepts(JsonNode set) {
    return set.path("compose")
        .path("include")
        .valueStream()
        .flatMap(
            include ->
                include.path("concept").valueStream().map(concept -> option(include, concept)));
  }

  private static JsonNode option(JsonNode include, JsonNode concept) {
    ObjectNode option = JsonMapper.shared().createObjectNode();
    option.set("extension", concept.path("extension"));
    option
        .putObject("valueCoding")
        .put("system", include.path("system").asString(""))
        .put("code", concept.path("code").asString(""))
        .put("display", concept.path("display").asString(""));
    return option;
  }

  private static Optional<Integer> ordinal(JsonNode option) {
    return option
        .path("extension")
        .valueStream()
        .filter(extension -> extension.path("url").asString("").equals(ORDINAL))
        .map(extension -> extension.path("valueDecimal").asInt())
        .findFirst();
  }
}
