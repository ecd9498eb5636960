package org.procart.simulator;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A copy of one of the clinical tables. */
final class ClinicalTable {

  private static final Pattern CELL =
      Pattern.compile("\"((?:[^\"]|\"\")*)\"(?:,|$)|([^,]*)(?:,|$)");

  private ClinicalTable() {}

  static List<Map<String, String>> read(String name) {
    List<String> lines = text(name).lines().toList();
    List<String> head = cells(lines.getFirst());
    return lines.stream()
        .skip(1)
        .map(
            line -> {
              List<String> cells = cells(line);
              Map<String, String> row = new LinkedHashMap<>();
              for (int at = 0; at < head.size(); at++) {
                row.put(head.get(at), at < cells.size() ? cells.get(at) : "");
              }
              return row;
            })
        .toList();
  }

  private static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    Matcher cell = CELL.matcher(line);
    int at = 0;
    while (at < line.length() && cell.find(at)) {
      cells.add(cell.group(1) == null ? cell.group(2) : cell.group(1));
      at = cell.end();
    }
    return cells;
  }

  private static String text(String name) {
    try (InputStream in = ClinicalTable.class.getResourceAsStream("/clinical/" + name)) {
      if (in == null) {
        throw new IllegalStateException(name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
