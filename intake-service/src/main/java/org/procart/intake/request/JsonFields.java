package org.procart.intake.request;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.procart.chassis.problem.Violation;
import tools.jackson.databind.JsonNode;

/**
 * Reads the fields of one JSON object. Everything wrong is collected, unknown fields too: a field
 * that we would ignore may hold an identity that must not be stored here.
 */
public final class JsonFields {

  private final JsonNode node;
  private final String pointer;
  private final List<Violation> violations;
  private final Set<String> unread;

  private JsonFields(JsonNode node, String pointer, List<Violation> violations) {
    this.node = node;
    this.pointer = pointer;
    this.violations = violations;
    this.unread = new TreeSet<>(node.propertyNames());
    if (!node.isObject()) {
      violations.add(new Violation(pointer, "not-an-object", "Send a JSON object."));
    }
  }

  public static JsonFields of(JsonNode root, List<Violation> violations) {
    return new JsonFields(root, "", violations);
  }

  /** Text that must be there and not blank; an empty text where it is not. */
  public String text(String name) {
    Optional<String> text = optionalText(name);
    if (text.isEmpty() && value(name) == null) {
      fault(name, "required", "Send a text.");
    }
    return text.orElse("");
  }

  public Optional<String> optionalText(String name) {
    JsonNode value = value(name);
    if (value == null) {
      return Optional.empty();
    }
    if (!value.isString() || value.stringValue().isBlank()) {
      fault(name, "not-a-text", "Send a text that is not blank.");
      return Optional.empty();
    }
    return Optional.of(value.stringValue());
  }

  /** A text that is turned into something; a text that cannot be is a fault. */
  public <T> Optional<T> optional(String name, String cure, Function<String, T> parser) {
    return optionalText(name).flatMap(text -> parse(name, cure, text, parser));
  }

  /** As above, and missing is a fault too. */
  public <T> Optional<T> required(String name, String cure, Function<String, T> parser) {
    if (value(name) == null) {
      fault(name, "required", cure);
      return Optional.empty();
    }
    return optional(name, cure, parser);
  }

  /** As {@link #optional}, and a blank text says none. */
  public <T> Optional<T> optionalOrBlank(String name, String cure, Function<String, T> parser) {
    JsonNode value = value(name);
    return value != null && value.isString() && value.stringValue().isBlank()
        ? Optional.empty()
        : optional(name, cure, parser);
  }

  public boolean has(String name) {
    return value(name) != null;
  }

  /** A whole number within bounds, inclusive; anything else is a fault. */
  public Optional<Integer> wholeNumber(String name, int least, int most) {
    JsonNode value = value(name);
    if (value == null) {
      return Optional.empty();
    }
    if (!within(value, least, most)) {
      fault(name, "not-a-number", "Send a whole number from %d to %d.".formatted(least, most));
      return Optional.empty();
    }
    return Optional.of(value.intValue());
  }

  public List<Integer> wholeNumbers(String name, int least, int most) {
    List<Integer> numbers = new ArrayList<>();
    JsonNode list = list(name);
    for (int i = 0; i < list.size(); i++) {
      if (within(list.get(i), least, most)) {
        numbers.add(list.get(i).intValue());
      } else {
        fault(
            name + "/" + i,
            "not-a-number",
            "Send a whole number from %d to %d.".formatted(least, most));
      }
    }
    return numbers;
  }

  private static boolean within(JsonNode value, int least, int most) {
    return value.isIntegralNumber()
        && value.canConvertToInt()
        && value.intValue() >= least
        && value.intValue() <= most;
  }

  public boolean flag(String name, boolean otherwise) {
    JsonNode value = value(name);
    if (value != null && !value.isBoolean()) {
      fault(name, "not-a-boolean", "Send true or false.");
      return otherwise;
    }
    return value == null ? otherwise : value.booleanValue();
  }

  public boolean requiredFlag(String name, String cure) {
    if (value(name) == null) {
      fault(name, "required", cure);
    }
    return flag(name, false);
  }

  public List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    JsonNode list = list(name);
    for (int i = 0; i < list.size(); i++) {
      if (list.get(i).isString() && !list.get(i).stringValue().isBlank()) {
        texts.add(list.get(i).stringValue());
      } else {
        fault(name + "/" + i, "not-a-text", "Send a text that is not blank.");
      }
    }
    return texts;
  }

  /** Each object of a list; a missing list is an empty one. */
  public <T> List<T> objects(String name, Function<JsonFields, Optional<T>> reader) {
    List<T> read = new ArrayList<>();
    JsonNode list = list(name);
    for (int i = 0; i < list.size(); i++) {
      JsonFields fields = new JsonFields(list.get(i), pointer + "/" + name + "/" + i, violations);
      reader.apply(fields).ifPresent(read::add);
      fields.refuseUnread();
    }
    return read;
  }

  /** An object inside; missing is an empty one. */
  public Optional<JsonFields> object(String name) {
    JsonNode value = value(name);
    return value == null
        ? Optional.empty()
        : Optional.of(new JsonFields(value, pointer + "/" + name, violations));
  }

  /** Every field that nobody asked for, as an object of its own. */
  public Map<String, JsonFields> remaining() {
    Map<String, JsonFields> remaining = new LinkedHashMap<>();
    for (String name : List.copyOf(unread)) {
      object(name).ifPresent(fields -> remaining.put(name, fields));
    }
    return remaining;
  }

  /** Every field that nobody asked for, as a text. */
  public Map<String, String> remainingTexts() {
    Map<String, String> remaining = new LinkedHashMap<>();
    for (String name : List.copyOf(unread)) {
      JsonNode value = value(name);
      if (value == null || !value.isString() || value.stringValue().isBlank()) {
        fault(escaped(name), "not-a-text", "Send a text that is not blank.");
      } else {
        remaining.put(name, value.stringValue());
      }
    }
    return remaining;
  }

  /** A name as a step of a JSON pointer. */
  public static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }

  public void fault(String name, String code, String cure) {
    violations.add(new Violation(name.isEmpty() ? pointer : pointer + "/" + name, code, cure));
  }

  /** What our own answers say besides: may be sent back, and means nothing. */
  public void ignore(String... names) {
    for (String name : names) {
      unread.remove(name);
    }
  }

  public void refuseUnread() {
    for (String name : unread) {
      fault(escaped(name), "unknown-field", "Leave this field out.");
    }
  }

  private <T> Optional<T> parse(String name, String cure, String text, Function<String, T> parser) {
    try {
      return Optional.of(parser.apply(text));
    } catch (RuntimeException e) {
      fault(name, "not-understood", cure);
      return Optional.empty();
    }
  }

  private JsonNode list(String name) {
    JsonNode value = value(name);
    if (value != null && !value.isArray()) {
      fault(name, "not-a-list", "Send a JSON array.");
    }
    return value != null && value.isArray() ? value : node.path("");
  }

  private @Nullable JsonNode value(String name) {
    unread.remove(name);
    JsonNode value = node.path(name);
    return value.isMissingNode() || value.isNull() ? null : value;
  }
}
