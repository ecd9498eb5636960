package org.procart.scoring.definition;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.procart.schemas.yaml.YamlPart;
import org.procart.scoring.instrument.Scale;
import org.procart.scoring.instrument.scales.Answered;
import org.procart.scoring.instrument.scales.ComposedScale;
import org.procart.scoring.instrument.scales.Digits;
import org.procart.scoring.instrument.scales.Method;
import org.procart.scoring.instrument.scales.Reading;

/** Reads one computed scale; its bounds follow from those of its parts. */
final class ScaleReader {

  private static final Map<String, Method> METHODS =
      Map.of(
          "sum", Method.SUM,
          "mean", Method.MEAN,
          "prorated-sum", Method.PRORATED_SUM,
          "digits", new Digits());
  private static final Map<String, Answered> RULES =
      Map.of(
          "all", Answered.ALL,
          "at-least-half", Answered.AT_LEAST_HALF,
          "more-than-half", Answered.MORE_THAN_HALF,
          "more-than-80-percent", Answered.MORE_THAN_80_PERCENT);
  private static final String VALUE_SET = "value-set";

  private final YamlPart part;
  private final Map<String, Scale> known;
  private final ReadingReader readings;

  ScaleReader(YamlPart part, Map<String, Scale> known, Function<YamlPart, CsvTable> tables) {
    this.part =
        part.allowing(
            "id",
            "of",
            "method",
            "answered",
            "items-answered",
            "reversed",
            "direction",
            "linear",
            "table",
            "grades",
            "decimals",
            VALUE_SET);
    this.known = known;
    this.readings = new ReadingReader(part, tables);
  }

  /**
   * @param items all items below the parts
   */
  ComposedScale read(List<String> parts, Set<String> items) {
    List<Scale> scales = parts.stream().map(id -> Objects.requireNonNull(known.get(id))).toList();
    if (scales.stream().anyMatch(scale -> scale.minimum() == null || scale.maximum() == null)) {
      throw part.fault("every part needs a minimum and a maximum");
    }
    Method method = method(scales);
    Answered answered = answered("answered", Answered.ALL);
    if (method.needsAll() && part.find("answered").isPresent()) {
      throw part.fault("this method needs all parts: leave 'answered' out");
    }
    List<BigDecimal> ends =
        Stream.<Function<Scale, BigDecimal>>of(ScaleReader::minimum, ScaleReader::maximum)
            .map(end -> method.of(scales.stream().map(end).toList(), scales.size()))
            .sorted()
            .toList();
    Reading reading = readings.read(ends.getFirst(), ends.getLast());
    return new ComposedScale(
        scale(ends.stream().map(reading::read).sorted().toList()),
        parts,
        reversed(parts),
        method,
        answered,
        items,
        answered("items-answered", (given, of) -> true),
        reading);
  }

  private Scale scale(List<BigDecimal> bounds) {
    return new Scale(
        part.text("id"),
        bounds.getFirst(),
        bounds.getLast(),
        part.part("direction").oneOf(ItemReader.DIRECTIONS));
  }

  private Method method(List<Scale> scales) {
    if (part.find(VALUE_SET).isPresent()) {
      if (part.find("method").isPresent()) {
        throw part.fault("'method' and 'value-set' exclude each other");
      }
      return readings.valueSet(scales);
    }
    return part.find("method").map(method -> method.oneOf(METHODS)).orElse(Method.SUM);
  }

  private Answered answered(String key, Answered otherwise) {
    return part.find(key)
        .map(
            rule ->
                rule.text().matches("\\d+") ? Answered.atLeast(rule.whole()) : rule.oneOf(RULES))
        .orElse(otherwise);
  }

  private Set<String> reversed(List<String> parts) {
    List<String> reversed = part.texts("reversed");
    reversed.stream()
        .filter(Predicate.not(parts::contains))
        .findFirst()
        .ifPresent(
            id -> {
              throw part.fault("reversed %s is not one of 'of'".formatted(id));
            });
    return Set.copyOf(reversed);
  }

  private static BigDecimal minimum(Scale scale) {
    return Objects.requireNonNull(scale.minimum());
  }

  private static BigDecimal maximum(Scale scale) {
    return Objects.requireNonNull(scale.maximum());
  }
}
