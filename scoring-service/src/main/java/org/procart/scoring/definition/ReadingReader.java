package org.procart.scoring.definition;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.procart.schemas.yaml.YamlPart;
import org.procart.scoring.instrument.Scale;
import org.procart.scoring.instrument.scales.Bands;
import org.procart.scoring.instrument.scales.Bands.Band;
import org.procart.scoring.instrument.scales.FromTable;
import org.procart.scoring.instrument.scales.Linear;
import org.procart.scoring.instrument.scales.LookupTable;
import org.procart.scoring.instrument.scales.Reading;
import org.procart.scoring.instrument.scales.Rounded;
import org.procart.scoring.instrument.scales.ValueSet;

/** Reads what a computed value is published as: itself, stretched, looked up or graded. */
record ReadingReader(YamlPart scale, Function<YamlPart, CsvTable> tables) {

  /**
   * @param lowest lowest value that can be computed
   * @param highest highest value that can be computed
   */
  Reading read(BigDecimal lowest, BigDecimal highest) {
    Reading exact = exact(lowest, highest);
    return scale
        .find("decimals")
        .<Reading>map(decimals -> new Rounded(exact, decimals.whole()))
        .orElse(exact);
  }

  private Reading exact(BigDecimal lowest, BigDecimal highest) {
    List<String> given =
        Stream.of("linear", "table", "grades").filter(key -> scale.find(key).isPresent()).toList();
    if (given.size() > 1 || (given.contains("grades") && scale.find("decimals").isPresent())) {
      throw scale.fault("linear, table and grades (without decimals) exclude each other");
    }
    if (scale.find("value-set").isPresent()) {
      return new FromTable(reference(scale.part("value-set")));
    }
    return switch (given.isEmpty() ? "" : given.getFirst()) {
      case "linear" -> linear(scale.part("linear").allowing("from", "to"));
      case "table" -> table(scale.part("table"), lowest, highest);
      case "grades" -> bands(scale.part("grades"), lowest);
      default -> Reading.AS_IT_IS;
    };
  }

  ValueSet valueSet(List<Scale> dimensions) {
    YamlPart part =
        scale.part("value-set").allowing("file", "id", "version", "key", "value", "names");
    List<String> names = part.texts("names");
    if (names.size() != dimensions.size()) {
      throw part.fault("'names' gives each of 'of' the beginning of its terms");
    }
    CsvTable file = tables.apply(part.part("file"));
    ValueSet set = new ValueSet(file.column(part.text("key"), part.text("value")), names);
    set.fault(levels(part, dimensions))
        .ifPresent(
            problem -> {
              throw part.fault(problem);
            });
    return set;
  }

  private static int levels(YamlPart part, List<Scale> dimensions) {
    if (dimensions.stream().map(Scale::minimum).anyMatch(ReadingReader::isNotOne)) {
      throw part.fault("the dimensions of a value set begin at 1");
    }
    return dimensions.stream()
        .map(Scale::maximum)
        .filter(Objects::nonNull)
        .mapToInt(BigDecimal::intValueExact)
        .max()
        .orElse(1);
  }

  private static boolean isNotOne(@Nullable BigDecimal bound) {
    return bound == null || bound.compareTo(BigDecimal.ONE) != 0;
  }

  private LookupTable table(YamlPart part, BigDecimal lowest, BigDecimal highest) {
    part.allowing("file", "id", "version", "key", "value");
    CsvTable file = tables.apply(part.part("file"));
    TreeMap<BigDecimal, BigDecimal> rows = new TreeMap<>();
    file.column(part.text("key"), part.text("value"))
        .forEach((raw, value) -> rows.put(file.number(raw), value));
    LookupTable table = new LookupTable(reference(part), rows);
    if (!table.covers(lowest, highest)) {
      throw part.fault("the table needs a row for each of %s to %s".formatted(lowest, highest));
    }
    return table;
  }

  private static Linear linear(YamlPart part) {
    List<BigDecimal> from = two(part.part("from"));
    List<BigDecimal> to = two(part.part("to"));
    if (from.getFirst().compareTo(from.getLast()) == 0) {
      throw part.fault("'from' needs two different numbers");
    }
    return new Linear(from.getFirst(), from.getLast(), to.getFirst(), to.getLast());
  }

  private static List<BigDecimal> two(YamlPart part) {
    List<BigDecimal> numbers = part.items().stream().map(YamlPart::number).toList();
    if (numbers.size() != 2) {
      throw part.fault("two numbers are expected here");
    }
    return numbers;
  }

  private static Bands bands(YamlPart part, BigDecimal lowest) {
    TreeMap<BigDecimal, Band> bands = new TreeMap<>();
    for (YamlPart band : part.items()) {
      band.allowing("from", "grade", "name");
      bands.put(band.number("from"), new Band(band.part("grade").whole(), band.text("name")));
    }
    if (bands.floorKey(lowest) == null) {
      throw part.fault("the first band begins at %s".formatted(lowest));
    }
    return new Bands(bands);
  }

  private static String reference(YamlPart part) {
    return part.text("id") + "|" + part.text("version");
  }
}
