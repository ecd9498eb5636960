package org.procart.scoring.score;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Rows of a file of published inputs and outcomes, by column. */
final class Vectors {

  private Vectors() {}

  static Stream<Map<String, String>> of(String name) {
    List<String> lines = text("/vectors/" + name).lines().toList();
    List<String> head = cells(lines.getFirst());
    return lines.stream().skip(1).map(line -> row(head, cells(line)));
  }

  static String text(String resource) {
    try (InputStream file = Objects.requireNonNull(Vectors.class.getResourceAsStream(resource))) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> cells(String line) {
    return List.of(line.replace("\"", "").split(",", -1));
  }

  private static Map<String, String> row(List<String> head, List<String> cells) {
    Map<String, String> row = new LinkedHashMap<>();
    for (int i = 0; i < head.size(); i++) {
      row.put(head.get(i), cells.get(i));
    }
    return row;
  }
}
