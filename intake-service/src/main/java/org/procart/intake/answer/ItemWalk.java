package org.procart.intake.answer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.procart.intake.questionnaire.Instrument;
import org.procart.intake.questionnaire.Item;
import tools.jackson.databind.JsonNode;

/** Goes through the items of a response, nested or flat, and reads every answer it meets. */
final class ItemWalk {

  private static final int MOST_ANSWERS = 50;

  private final Instrument instrument;
  private final Faults faults;
  private final ValueReader values;
  private final Map<String, List<Answer>> answers = new LinkedHashMap<>();
  private final Map<String, Integer> met = new LinkedHashMap<>();

  ItemWalk(Instrument instrument, Faults faults) {
    this.instrument = instrument;
    this.faults = faults;
    this.values = new ValueReader(faults);
  }

  /** Every answer, by linkId. */
  Map<String, List<Answer>> answers() {
    return answers;
  }

  void items(JsonNode parent, String parentPath) {
    JsonNode items = parent.path("item");
    if (items.isMissingNode()) {
      return;
    }
    if (!items.isArray()) {
      faults.add("wrong-json-type", parentPath + ".item", "Send a JSON array of items.");
      return;
    }
    for (int i = 0; i < items.size(); i++) {
      item(items.get(i), "%s.item[%d]".formatted(parentPath, i));
    }
  }

  private void item(JsonNode node, String path) {
    if (!node.isObject()) {
      faults.add("wrong-json-type", path, "An item is a JSON object.");
      return;
    }
    known(node, path).ifPresent(item -> answered(item, node, path));
    items(node, path);
    JsonNode list = node.path("answer");
    for (int i = 0; i < list.size() && list.isArray(); i++) {
      items(list.get(i), "%s.answer[%d]".formatted(path, i));
    }
  }

  private Optional<Item> known(JsonNode node, String path) {
    if (!node.path("linkId").isString()) {
      faults.add("link-id-missing", path + ".linkId", "Every item needs a linkId.");
      return Optional.empty();
    }
    Optional<Item> item = instrument.item(node.path("linkId").stringValue());
    if (item.isEmpty()) {
      faults.add(
          "unknown-link-id", path + ".linkId", "The questionnaire has no item with this linkId.");
    }
    return item;
  }

  private void answered(Item item, JsonNode node, String path) {
    if (met.merge(item.linkId(), 1, Integer::sum) > 1 && !item.repeats()) {
      faults.add("repeated-link-id", path + ".linkId", "Send every item once.");
    }
    if (FhirElement.modified(node)) {
      faults.add(
          "modifier-extension",
          path + ".modifierExtension",
          "The item has a modifier extension, which is not understood. Send it without.");
      return;
    }
    JsonNode list = node.path("answer");
    if (!list.isMissingNode() && !list.isArray()) {
      faults.add("wrong-json-type", path + ".answer", "Send a JSON array of answers.");
    } else if (list.isEmpty()) {
      FhirElement.absentReason(node)
          .flatMap(reason -> values.declined(item, reason, path))
          .ifPresent(this::keep);
    } else {
      each(item, list, path);
    }
  }

  private void each(Item item, JsonNode list, String path) {
    int most = item.repeats() ? MOST_ANSWERS : 1;
    if (list.size() > most) {
      faults.add("too-many-answers", path + ".answer", "The item takes at most " + most + ".");
    }
    for (int i = 0; i < Math.min(list.size(), MOST_ANSWERS); i++) {
      values.read(item, list.get(i), "%s.answer[%d]".formatted(path, i)).ifPresent(this::keep);
    }
  }

  private void keep(Answer answer) {
    List<Answer> kept = answers.computeIfAbsent(answer.linkId(), id -> new ArrayList<>());
    if (kept.size() < MOST_ANSWERS) {
      kept.add(answer);
    }
  }
}
