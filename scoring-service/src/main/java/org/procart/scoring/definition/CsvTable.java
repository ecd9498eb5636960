package org.procart.scoring.definition;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.procart.schemas.questionnaire.InstrumentFileException;

/** A table with a head line; cells hold no commas. */
record CsvTable(String file, List<List<String>> lines) {

  static CsvTable of(String file, String text) {
    List<List<String>> lines =
        text.lines().filter(line -> !line.isBlank()).map(CsvTable::cells).toList();
    int width = lines.isEmpty() ? 0 : lines.getFirst().size();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).size() != width) {
        throw new InstrumentFileException(
            file,
            "line %d has %d cells, the head has %d".formatted(i + 1, lines.get(i).size(), width));
      }
    }
    return new CsvTable(file, lines);
  }

  /** Without the head line. */
  Stream<List<String>> rows() {
    return lines.stream().skip(1);
  }

  /** Two columns as a map; rows without a value are left out. */
  Map<String, BigDecimal> column(String key, String value) {
    int from = index(key);
    int to = index(value);
    Map<String, BigDecimal> found = new LinkedHashMap<>();
    rows()
        .filter(row -> !row.get(to).isEmpty())
        .forEach(
            row -> {
              if (found.put(row.get(from), number(row.get(to))) != null) {
                throw new InstrumentFileException(file, row.get(from) + " stands there twice");
              }
            });
    return found;
  }

  private int index(String column) {
    return IntStream.range(0, lines.isEmpty() ? 0 : lines.getFirst().size())
        .filter(i -> lines.getFirst().get(i).equals(column))
        .findFirst()
        .orElseThrow(
            () -> new InstrumentFileException(file, "has no column called '%s'".formatted(column)));
  }

  BigDecimal number(String cell) {
    try {
      return new BigDecimal(cell);
    } catch (NumberFormatException e) {
      throw new InstrumentFileException(file, "'%s' is not a number".formatted(cell));
    }
  }

  private static List<String> cells(String line) {
    return Stream.of(line.split(",", -1)).map(cell -> cell.replace("\"", "").strip()).toList();
  }
}
