package org.procart.scoring.definition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.procart.schemas.yaml.YamlPart;
import org.procart.scoring.instrument.RawItem;
import org.procart.scoring.instrument.Scale;
import org.procart.scoring.instrument.scales.ComposedScale;

/** Reads the items and the scales of a definition. Every id is known before it is used. */
final class SheetReader {

  private final Function<YamlPart, CsvTable> tables;

  /** Scale id → bounds and meaning, items first. */
  private final Map<String, Scale> known = new LinkedHashMap<>();

  /** Scale id → ids of all items below it. */
  private final Map<String, Set<String>> below = new HashMap<>();

  SheetReader(Function<YamlPart, CsvTable> tables) {
    this.tables = tables;
  }

  List<RawItem> items(YamlPart root) {
    List<RawItem> items = new ArrayList<>();
    Set<String> codes = new HashSet<>();
    root.part("items").items().stream()
        .flatMap(group -> ItemReader.items(group).stream())
        .forEach(
            item -> {
              if (!codes.add(item.code())) {
                throw root.fault("item %s stands there twice".formatted(item.code()));
              }
              add(root, item.scale(), Set.of(item.scale().id()));
              items.add(item);
            });
    return items;
  }

  List<ComposedScale> scales(YamlPart root) {
    return root.items("scales").map(this::scale).toList();
  }

  private ComposedScale scale(YamlPart part) {
    Set<String> items =
        parts(part).stream()
            .flatMap(id -> below.getOrDefault(id, Set.of()).stream())
            .collect(Collectors.toSet());
    ComposedScale scale = new ScaleReader(part, known, tables).read(parts(part), items);
    add(part, scale.scale(), items);
    return scale;
  }

  private List<String> parts(YamlPart part) {
    List<String> parts = part.part("of").items().stream().map(this::existing).toList();
    if (parts.isEmpty() || Set.copyOf(parts).size() < parts.size()) {
      throw part.fault("'of' names at least one item or scale, each once");
    }
    return parts;
  }

  private String existing(YamlPart id) {
    if (!known.containsKey(id.text())) {
      throw id.fault("'%s' is neither an item nor a scale above this one".formatted(id.text()));
    }
    return id.text();
  }

  private void add(YamlPart part, Scale scale, Set<String> items) {
    if (known.put(scale.id(), scale) != null) {
      throw part.fault("scale %s stands there twice".formatted(scale.id()));
    }
    below.put(scale.id(), items);
  }
}
