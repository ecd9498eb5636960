package org.procart.schemas.yaml;

import java.io.Reader;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

/**
 * A part of a file that remembers its line. Nothing in it is ever made an object of a class that
 * the file names. Every method that asks for what is not there throws a {@link YamlFault}.
 */
public record YamlPart(Node node) {

  public static YamlPart of(String text) {
    return of(new StringReader(text));
  }

  public static YamlPart of(Reader file) {
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

  public int line() {
    return node.getStartMark().getLine() + 1;
  }

  /** First line of a text's own content: block texts begin below their indicator. */
  public int textLine() {
    boolean block =
        node instanceof ScalarNode scalar
            && (scalar.getScalarStyle() == ScalarStyle.LITERAL
                || scalar.getScalarStyle() == ScalarStyle.FOLDED);
    return block ? line() + 1 : line();
  }

  public YamlPart part(String key) {
    return find(key).orElseThrow(() -> fault("'%s' is missing".formatted(key)));
  }

  public Optional<YamlPart> find(String key) {
    return Optional.ofNullable(entries().get(key));
  }

  public String text(String key) {
    return part(key).text();
  }

  public @Nullable String optionalText(String key) {
    return find(key).map(YamlPart::text).orElse(null);
  }

  public String text() {
    if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
      return scalar.getValue().strip();
    }
    throw fault("a text is expected here");
  }

  public BigDecimal number(String key) {
    return part(key).number();
  }

  public BigDecimal number() {
    try {
      return new BigDecimal(text());
    } catch (NumberFormatException e) {
      throw fault("a number with a decimal point is expected here, not " + text());
    }
  }

  public int whole() {
    try {
      return number().intValueExact();
    } catch (ArithmeticException e) {
      throw fault("a whole number is expected here, not " + text());
    }
  }

  /** A whole number above 0. */
  public int count(String key) {
    YamlPart part = part(key);
    if (part.whole() < 1) {
      throw part.fault("a whole number above 0 is expected here");
    }
    return part.whole();
  }

  public boolean yes(String key) {
    return find(key).map(part -> part.oneOf(Map.of("true", true, "false", false))).orElse(false);
  }

  /** One of some words. */
  public <T> T oneOf(Map<String, T> known) {
    T found = known.get(text());
    if (found == null) {
      throw fault("'%s' is not known here; known are %s".formatted(text(), sorted(known)));
    }
    return found;
  }

  public <E extends Enum<E>> E constant(Class<E> type, String key) {
    YamlPart part = part(key);
    try {
      return Enum.valueOf(type, part.text().toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw part.fault("one of " + List.of(type.getEnumConstants()) + " is expected here");
    }
  }

  public List<YamlPart> items() {
    if (node instanceof SequenceNode sequence) {
      return sequence.getValue().stream().map(YamlPart::new).toList();
    }
    throw fault("a list is expected here");
  }

  /** None where the key is missing. */
  public Stream<YamlPart> items(String key) {
    return find(key).stream().flatMap(list -> list.items().stream());
  }

  public List<String> texts() {
    return items().stream().map(YamlPart::text).toList();
  }

  /** None where the key is missing. */
  public List<String> texts(String key) {
    return items(key).map(YamlPart::text).toList();
  }

  /** Refuses keys that nobody reads: a misspelt key would silently mean its default. */
  public YamlPart allowing(String... keys) {
    return allowing(List.of(keys));
  }

  public YamlPart allowing(List<String> keys) {
    for (String key : entries().keySet()) {
      if (!keys.contains(key)) {
        throw fault("'%s' is not known here; known are %s".formatted(key, String.join(", ", keys)));
      }
    }
    return this;
  }

  public Map<String, YamlPart> entries() {
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

  public YamlFault fault(String problem) {
    return new YamlFault(line(), problem);
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
