package org.procart.scoring.definition;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.procart.schemas.yaml.YamlPart;
import org.procart.scoring.instrument.Direction;
import org.procart.scoring.instrument.RawItem;
import org.procart.scoring.instrument.Scale;

/** Reads items that are alike. */
final class ItemReader {

  static final Map<String, Direction> DIRECTIONS =
      Map.of(
          "higher-worse", Direction.HIGHER_WORSE,
          "higher-better", Direction.HIGHER_BETTER,
          "none", Direction.NONE);

  private ItemReader() {}

  static List<RawItem> items(YamlPart group) {
    group.allowing(
        "codes",
        "scale",
        "minimum",
        "maximum",
        "direction",
        "unit",
        "fractions",
        "no-answer",
        "options");
    List<String> codes = group.texts("codes");
    if (codes.isEmpty() || (codes.size() > 1 && group.find("scale").isPresent())) {
      throw group.fault("'codes' names at least one item, and only one where 'scale' is given");
    }
    return codes.stream().map(code -> item(group, code)).toList();
  }

  private static RawItem item(YamlPart group, String code) {
    return new RawItem(
        code,
        new Scale(
            group.find("scale").map(YamlPart::text).orElse(code),
            bound(group, "minimum"),
            bound(group, "maximum"),
            group.find("direction").map(part -> part.oneOf(DIRECTIONS)).orElse(Direction.NONE)),
        group.find("unit").map(YamlPart::text).orElse(null),
        group.yes("fractions"),
        noAnswer(group),
        options(group));
  }

  private static @Nullable BigDecimal bound(YamlPart group, String key) {
    return group.find(key).map(YamlPart::number).orElse(null);
  }

  private static Set<BigDecimal> noAnswer(YamlPart group) {
    return group.items("no-answer").map(YamlPart::number).collect(Collectors.toSet());
  }

  private static Map<String, BigDecimal> options(YamlPart group) {
    return group
        .find("options")
        .map(
            options ->
                options.entries().entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().number())))
        .orElse(Map.of());
  }
}
