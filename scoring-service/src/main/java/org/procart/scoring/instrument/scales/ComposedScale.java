package org.procart.scoring.instrument.scales;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.procart.scoring.instrument.MissingReason;
import org.procart.scoring.instrument.Scale;
import org.procart.scoring.instrument.ScaleScore;

/**
 * A scale that is computed from others.
 *
 * @param parts ids of items or of scales that stand before it
 * @param reversed parts that count from the other end
 * @param answered how many parts must have a value
 * @param items all items below the parts
 * @param itemsAnswered how many of those must have a value too
 */
public record ComposedScale(
    Scale scale,
    List<String> parts,
    Set<String> reversed,
    Method method,
    Answered answered,
    Set<String> items,
    Answered itemsAnswered,
    Reading reading) {

  public ComposedScale {
    parts = List.copyOf(parts);
    reversed = Set.copyOf(reversed);
    items = Set.copyOf(items);
  }

  /**
   * @param scores those of all parts and items at least
   */
  ScaleScore score(Map<String, ScaleScore> scores) {
    List<ScaleScore> all = of(parts, scores);
    List<BigDecimal> values =
        all.stream().filter(part -> part.value() != null).map(this::value).toList();
    boolean enough =
        answered.enough(values.size(), parts.size())
            && itemsAnswered.enough(values(of(items, scores)), items.size());
    return enough
        ? reading.score(scale, method.of(values, parts.size()))
        : scale.missing(reason(all, !values.isEmpty()));
  }

  private static List<ScaleScore> of(Collection<String> ids, Map<String, ScaleScore> scores) {
    return ids.stream().map(id -> Objects.requireNonNull(scores.get(id), id)).toList();
  }

  private static int values(List<ScaleScore> scores) {
    return (int) scores.stream().filter(score -> score.value() != null).count();
  }

  private BigDecimal value(ScaleScore part) {
    BigDecimal value = Objects.requireNonNull(part.value());
    return reversed.contains(part.scale().id()) ? mirrored(part.scale(), value) : value;
  }

  private static BigDecimal mirrored(Scale scale, BigDecimal value) {
    return Objects.requireNonNull(scale.minimum())
        .add(Objects.requireNonNull(scale.maximum()))
        .subtract(value);
  }

  private static MissingReason reason(List<ScaleScore> parts, boolean anyGiven) {
    Set<MissingReason> reasons =
        parts.stream()
            .map(ScaleScore::missing)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    return reasons.isEmpty() ? MissingReason.INCOMPLETE : MissingReason.ofParts(reasons, anyGiven);
  }
}
