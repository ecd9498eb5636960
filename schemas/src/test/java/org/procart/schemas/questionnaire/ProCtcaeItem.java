package org.procart.schemas.questionnaire;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** One row of the item table. */
record ProCtcaeItem(
    int term,
    String code,
    String name,
    String attribute,
    List<String> optOuts,
    String branchParent) {

  /** One row of the table of answer options. */
  record Option(String attribute, String code, int ordinal, String display) {

    private static Option of(String[] cells) {
      return new Option(cells[0], cells[1], Integer.parseInt(cells[2]), cells[3]);
    }
  }

  static List<ProCtcaeItem> all() {
    return rows("items.csv").map(ProCtcaeItem::of).toList();
  }

  static List<Option> options() {
    return rows("options.csv").map(Option::of).toList();
  }

  String group() {
    return "proctcae-%02d".formatted(term);
  }

  private static ProCtcaeItem of(String[] cells) {
    List<String> optOuts = cells[4].isEmpty() ? List.of() : List.of(cells[4].split("\\|"));
    return new ProCtcaeItem(
        Integer.parseInt(cells[0]), cells[1], cells[2], cells[3], optOuts, cells[5]);
  }

  private static Stream<String[]> rows(String name) {
    try (InputStream file =
        Objects.requireNonNull(ProCtcaeItem.class.getResourceAsStream("/pro-ctcae/" + name))) {
      String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().skip(1).map(line -> line.split(",", -1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
