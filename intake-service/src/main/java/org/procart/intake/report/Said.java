package org.procart.intake.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the items of a report say, however they are laid out: in groups or flat, in whatever order,
 * unanswered ones written or left out. An app that changes its layout does not make a report new.
 */
final class Said {

  private static final Set<String> LAYOUT = Set.of("item", "text", "_text", "id", "definition");
  private static final String ANSWER = "answer";

  private final List<String> said = new ArrayList<>();

  private Said() {}

  static String of(JsonNode items) {
    Said all = new Said();
    all.items(items);
    return all.said.stream().sorted().toList().toString();
  }

  private void items(JsonNode items) {
    if (!items.isArray() && !items.isMissingNode()) {
      said.add(CanonicalJson.of(items)); // not understood, so it counts as it is
    }
    for (JsonNode item : items) {
      if (item instanceof ObjectNode object) {
        item(object);
      } else if (items.isArray()) {
        said.add(CanonicalJson.of(item));
      }
    }
  }

  private void item(ObjectNode item) {
    ObjectNode own = without(item, LAYOUT);
    if (item.path(ANSWER).isArray()) {
      own.set(ANSWER, answers(item.path(ANSWER)));
    }
    boolean nothing = own.path(ANSWER).isEmpty() && own.path(ANSWER).isArray();
    if (own.size() > (nothing ? 2 : 1) || !own.has("linkId")) {
      said.add(CanonicalJson.of(own));
    }
    items(item.path("item"));
  }

  /** Questions that hang on an answer are questions like any other. */
  private JsonNode answers(JsonNode answers) {
    var own = JsonNodeFactory.instance.arrayNode();
    for (JsonNode answer : answers) {
      own.add(answer instanceof ObjectNode object ? without(object, Set.of("item")) : answer);
      items(answer.path("item"));
    }
    return own;
  }

  private static ObjectNode without(ObjectNode node, Set<String> names) {
    ObjectNode copy = JsonNodeFactory.instance.objectNode();
    node.properties()
        .forEach(
            property -> {
              if (!names.contains(property.getKey())) {
                copy.set(property.getKey(), property.getValue());
              }
            });
    return copy;
  }
}
