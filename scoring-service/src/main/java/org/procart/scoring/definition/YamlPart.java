package org.procart.scoring.definition;

import java.io.StringReader;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.procart.schemas.questionnaire.InstrumentFileException;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A part of a definition's file that remembers its line. Nothing in it is ever made an object. */
record YamlPart(String file, Node node) {

  static YamlPart of(String file, String text) {
    try {
      Node root = new Yaml(new LoaderOptions()).compose(new StringReader(text));
      if (root == null) {
        throw new InstrumentFileException(file, "the file is empty");
      }
      return new YamlPart(file, root);
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
      throw new InstrumentFileException(
          file, "line %d is not readable as YAML: %s".formatted(line, e.getProblem()));
    }
  }

  YamlPart part(String key) {
    return find(key).orElseThrow(() -> fault("'%s' is missing".formatted(key)));
  }

  Optional<YamlPart> find(String key) {
    return Optional.ofNullable(entries().get(key));
  }

  String text(String key) {
    return part(key).text();
  }

  String text() {
    if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
      return scalar.getValue().strip();
    }
    throw fault("a text is expected here");
  }

  BigDecimal number(String key) {
    return part(key).number();
  }

  BigDecimal number() {
    try {
      return new BigDecimal(text());
    } catch (NumberFormatException e) {
      throw fault("a number with a decimal point is expected here, not " + text());
    }
  }

  int whole() {
    try {
      return number().intValueExact();
    } catch (ArithmeticException e) {
      throw fault("a whole number is expected here, not " + text());
    }
  }

  boolean yes(String key) {
    return find(key)
        .map(
            part ->
                switch (part.text()) {
                  case "true" -> true;
                  case "false" -> false;
                  default -> throw part.fault("true or false is expected here");
                })
        .orElse(false);
  }

  /** One of some words. */
  <T> T oneOf(Map<String, T> known) {
    T found = known.get(text());
    if (found == null) {
      throw fault("'%s' is not known here; known are %s".formatted(text(), sorted(known)));
    }
    return found;
  }

  List<YamlPart> items() {
    if (node instanceof SequenceNode sequence) {
      return sequence.getValue().stream().map(part -> new YamlPart(file, part)).toList();
    }
    throw fault("a list is expected here");
  }

  Stream<YamlPart> items(String key) {
    return find(key).stream().flatMap(list -> list.items().stream());
  }

  List<String> texts(String key) {
    return items(key).map(YamlPart::text).toList();
  }

  /** Refuses keys that nobody reads: a misspelt key would silently mean its default. */
  YamlPart allowing(String... keys) {
    for (String key : entries().keySet()) {
      if (!List.of(keys).contains(key)) {
        throw fault("'%s' is not known here; known are %s".formatted(key, String.join(", ", keys)));
      }
    }
    return this;
  }

  Map<String, YamlPart> entries() {
    return tuples().stream()
        .collect(
            Collectors.toMap(
                tuple -> new YamlPart(file, tuple.getKeyNode()).text(),
                tuple -> new YamlPart(file, tuple.getValueNode()),
                (first, again) -> {
                  throw again.fault("the key is given twice");
                },
                LinkedHashMap::new));
  }

  InstrumentFileException fault(String problem) {
    int line = node.getStartMark().getLine() + 1;
    return new InstrumentFileException(file, "line %d: %s".formatted(line, problem));
  }

  private List<NodeTuple> tuples() {
    if (node instanceof MappingNode mapping) {
      return mapping.getValue();
    }
    throw fault("keys with values are expected here");
  }

  private static String sorted(Map<String, ?> known) {
    return known.keySet().stream().sorted().collect(Collectors.joining(", "));
  }
}
