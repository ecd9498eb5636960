package org.procart.intake.answer;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.procart.intake.questionnaire.Item;
import org.procart.intake.questionnaire.Option;
import org.procart.intake.site.AdviceLevel;
import tools.jackson.databind.JsonNode;

/** Reads one answer of one item. */
final class ValueReader {

  private final Faults faults;
  private final PlainValues plain;

  ValueReader(Faults faults) {
    this.faults = faults;
    this.plain = new PlainValues(faults);
  }

  Optional<Answer> read(Item item, JsonNode answer, String path) {
    if (!answer.isObject()) {
      return fault("wrong-json-type", path, "An answer is a JSON object with one value.");
    }
    if (FhirElement.modified(answer)) {
      return fault(
          "modifier-extension",
          path + ".modifierExtension",
          "The answer has a modifier extension, which is not understood. Send it without.");
    }
    List<String> names =
        answer.propertyNames().stream().filter(name -> name.startsWith("value")).toList();
    if (names.size() > 1) {
      return fault("more-than-one-value", path, "An answer has exactly one value.");
    }
    return names.isEmpty()
        ? withoutValue(item, answer, path)
        : withValue(item, answer, names.getFirst(), path).map(read -> marked(item, read));
  }

  private static Answer marked(Item item, Answer read) {
    return new Answer(
        read.linkId(),
        read.value(),
        AdviceLevel.moreUrgent(read.redFlag(), RedFlags.of(item, read.value())),
        Temperatures.flags(read.value()));
  }

  Optional<Answer> declined(Item item, String reason, String path) {
    if (!FhirElement.knownReason(reason)) {
      return fault(
          "unknown-absent-reason",
          path + ".extension",
          "Use a code of HL7 data-absent-reason, for example asked-declined.");
    }
    return Optional.of(
        new Answer(item.linkId(), new AnswerValue.NotAnswered(reason), AdviceLevel.NONE));
  }

  private Optional<Answer> withoutValue(Item item, JsonNode answer, String path) {
    JsonNode[] places =
        answer
            .propertyStream()
            .filter(property -> property.getKey().startsWith("_value"))
            .map(java.util.Map.Entry::getValue)
            .toArray(JsonNode[]::new);
    return FhirElement.absentReason(answer)
        .or(() -> FhirElement.absentReason(places))
        .map(reason -> declined(item, reason, path))
        .orElseGet(
            () ->
                fault(
                    "answer-without-value",
                    path,
                    "Send a value, or say why there is none (data-absent-reason)."));
  }

  private Optional<Answer> withValue(Item item, JsonNode answer, String name, String path) {
    JsonNode value = answer.path(name);
    String valuePath = path + ".value";
    if (value.isObject()
        && value.path("code").isMissingNode()
        && value.path("value").isMissingNode()) {
      Optional<String> reason = FhirElement.absentReason(value, answer);
      if (reason.isPresent()) {
        return declined(item, reason.get(), path);
      }
    }
    return switch (item.type()) {
      case CHOICE -> chosen(item, name, value, valuePath);
      case OPEN_CHOICE ->
          name.equals("valueString")
              ? text(item, value, valuePath)
              : chosen(item, name, value, valuePath);
      case TEXT -> expect("valueString", name, valuePath) ? text(item, value, valuePath) : none();
      case URI -> expect("valueUri", name, valuePath) ? text(item, value, valuePath) : none();
      case ATTACHMENT -> expect("valueAttachment", name, valuePath) ? freeText(item) : none();
      case REFERENCE -> expect("valueReference", name, valuePath) ? freeText(item) : none();
      case GROUP, DISPLAY ->
          fault("answer-not-allowed", path, "This item takes no answer. Leave the answer out.");
      default -> plain(item, name, value, valuePath);
    };
  }

  private Optional<Answer> plain(Item item, String name, JsonNode value, String path) {
    if (!expect(PlainValues.elementName(item.type()), name, path)) {
      return none();
    }
    return plain.read(item, value, path).flatMap(read -> permitted(item, read, path));
  }

  /** An item with a list of values takes only those, whatever its type. */
  private Optional<Answer> permitted(Item item, AnswerValue value, String path) {
    if (item.options().isEmpty()) {
      return Optional.of(new Answer(item.linkId(), value, AdviceLevel.NONE));
    }
    return value
        .asText()
        .flatMap(text -> item.option(PlainValues.elementName(item.type()), null, text))
        .map(option -> new Answer(item.linkId(), value, option.redFlag()))
        .or(() -> notAnOption(path));
  }

  private Optional<Answer> chosen(Item item, String name, JsonNode value, String path) {
    boolean coding = name.equals(Option.CODING);
    if (!item.offers(name) && !(coding && value.path("system").isMissingNode())) {
      return fault("wrong-answer-type", path, "Send one of the item's options as it defines them.");
    }
    JsonNode code = coding ? value.path("code") : value;
    if (!code.isValueNode() || code.isNull()) {
      return fault("wrong-json-type", path + ".code", "Send the code of the chosen option.");
    }
    if (coding && FhirElement.modified(value)) {
      return fault("modifier-extension", path, "Send the coding without a modifier extension.");
    }
    return option(item, name, system(value, coding), code.asString())
        .map(option -> answer(item, option))
        .or(() -> notAnOption(path));
  }

  /** Options that are numbers may be chosen by a bare code as well. */
  private static Optional<Option> option(
      Item item, String name, @Nullable String system, String code) {
    return item.offers(name)
        ? item.option(name, system, code)
        : item.options().stream().filter(option -> option.code().equals(code)).findFirst();
  }

  private static @Nullable String system(JsonNode value, boolean coding) {
    return coding && value.path("system").isString() ? value.path("system").stringValue() : null;
  }

  private static Answer answer(Item item, Option option) {
    AnswerValue value =
        option.notAnsweredReason() == null
            ? new AnswerValue.Coded(option.code(), option.system(), option.number())
            : new AnswerValue.NotAnswered(option.notAnsweredReason());
    return new Answer(item.linkId(), value, option.redFlag());
  }

  private Optional<Answer> notAnOption(String path) {
    return fault("value-not-in-options", path, "Send one of the item's options.");
  }

  private Optional<Answer> text(Item item, JsonNode value, String path) {
    if (!value.isString()) {
      return fault("wrong-json-type", path, "Send a JSON string.");
    }
    if (!item.limits().admit(value.stringValue())) {
      faults.add("text-too-long", path, "The text is longer than the item allows.");
    }
    // Too long is still readable by staff, so it is still announced.
    return freeText(item);
  }

  private static Optional<Answer> freeText(Item item) {
    return Optional.of(new Answer(item.linkId(), new AnswerValue.FreeText(), AdviceLevel.NONE));
  }

  private boolean expect(String wanted, String sent, String path) {
    if (!wanted.equals(sent)) {
      faults.add("wrong-answer-type", path, "This item takes " + wanted + ".");
    }
    return wanted.equals(sent);
  }

  private Optional<Answer> fault(String code, String path, String message) {
    faults.add(code, path, message);
    return none();
  }

  private static Optional<Answer> none() {
    return Optional.empty();
  }
}
