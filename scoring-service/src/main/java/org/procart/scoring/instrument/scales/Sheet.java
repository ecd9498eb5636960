package org.procart.scoring.instrument.scales;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.procart.scoring.instrument.RawItem;
import org.procart.scoring.instrument.Report;
import org.procart.scoring.instrument.ScaleScore;
import org.procart.scoring.instrument.Scorer;

/**
 * Items, and the scales computed from them, in the order of the definition.
 *
 * @param scales none names one that stands below it
 */
public record Sheet(List<RawItem> items, List<ComposedScale> scales) implements Scorer {

  public Sheet {
    items = List.copyOf(items);
    scales = List.copyOf(scales);
  }

  @Override
  public List<ScaleScore> score(Report report) {
    Map<String, ScaleScore> scores = new LinkedHashMap<>();
    Set<String> asked = new LinkedHashSet<>();
    for (RawItem item : items) {
      scores.put(item.scale().id(), item.score(report));
      if (report.asks(item.code())) {
        asked.add(item.scale().id());
      }
    }
    Set<String> ofItems = Set.copyOf(scores.keySet());
    for (ComposedScale scale : scales) {
      if (belongsToForm(scale, asked, ofItems)) {
        scores.put(scale.scale().id(), scale.score(scores));
        asked.add(scale.scale().id());
      }
    }
    return asked.stream().map(scores::get).map(Objects::requireNonNull).toList();
  }

  /** A shorter form of the same family has fewer scales, not scales without a value. */
  private static boolean belongsToForm(
      ComposedScale scale, Set<String> asked, Set<String> ofItems) {
    return scale.parts().stream().anyMatch(asked::contains)
        && scale.parts().stream().allMatch(part -> asked.contains(part) || ofItems.contains(part));
  }
}
