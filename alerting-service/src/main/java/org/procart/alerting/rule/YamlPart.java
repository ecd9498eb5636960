package org.procart.alerting.rule;

import java.io.Reader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A part of a rule set's file that remembers its line. */
record YamlPart(Node node) {

  static YamlPart of(Reader file) {
    try {
      Node root = new Yaml(new LoaderOptions()).compose(file);
      if (root == null) {
        throw new YamlFault(1, "the file is empty");
      }
      return new YamlPart(root);
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
      throw new YamlFault(line, "not readable as YAML: " + e.getProblem());
    }
  }

  int line() {
    return node.getStartMark().getLine() + 1;
  }

  /** First line of a text's own content: block texts begin below their indicator. */
  int textLine() {
    boolean block =
        node instanceof ScalarNode scalar
            && (scalar.getScalarStyle() == ScalarStyle.LITERAL
                || scalar.getScalarStyle() == ScalarStyle.FOLDED);
    return block ? line() + 1 : line();
  }

  YamlPart part(String key) {
    return find(key).orElseThrow(() -> fault("'" + key + "' is missing"));
  }

  Optional<YamlPart> find(String key) {
    return tuples().stream()
        .filter(tuple -> key.equals(new YamlPart(tuple.getKeyNode()).text()))
        .findFirst()
        .map(tuple -> new YamlPart(tuple.getValueNode()));
  }

  String text(String key) {
    return part(key).text();
  }

  @Nullable String optionalText(String key) {
    return find(key).map(YamlPart::text).orElse(null);
  }

  String text() {
    if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
      return scalar.getValue().strip();
    }
    throw fault("a text is expected here");
  }

  <E extends Enum<E>> E constant(Class<E> type, String key) {
    YamlPart part = part(key);
    try {
      return Enum.valueOf(type, part.text().toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw part.fault("one of " + List.of(type.getEnumConstants()) + " is expected here");
    }
  }

  /** A whole number above 0. */
  int number(String key) {
    YamlPart part = part(key);
    if (!part.text().matches("[1-9]\\d{0,6}")) {
      throw part.fault("a whole number above 0 is expected here");
    }
    return Integer.parseInt(part.text());
  }

  List<YamlPart> items() {
    if (node instanceof SequenceNode sequence) {
      return sequence.getValue().stream().map(YamlPart::new).toList();
    }
    throw fault("a list is expected here");
  }

  List<String> texts() {
    return items().stream().map(YamlPart::text).toList();
  }

  /** Refuses keys that nobody reads: a misspelt key would silently mean its default. */
  YamlPart allowing(List<String> keys) {
    for (String key : entries().keySet()) {
      if (!keys.contains(key)) {
        throw fault("'" + key + "' is not known here; known are " + String.join(", ", keys));
      }
    }
    return this;
  }

  Map<String, YamlPart> entries() {
    return tuples().stream()
        .collect(
            Collectors.toMap(
                tuple -> new YamlPart(tuple.getKeyNode()).text(),
                tuple -> new YamlPart(tuple.getValueNode()),
                (first, again) -> {
                  throw again.fault("the key is given twice");
                },
                LinkedHashMap::new));
  }

  YamlFault fault(String reason) {
    return new YamlFault(line(), reason);
  }

  private List<NodeTuple> tuples() {
    if (node instanceof MappingNode mapping) {
      return mapping.getValue();
    }
    throw fault("a mapping is expected here");
  }
}
