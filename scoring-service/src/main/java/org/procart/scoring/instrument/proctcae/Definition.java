package org.procart.scoring.instrument.proctcae;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The published tables, as files, and the digest that says which ones were used. */
record Definition(
    List<Term> terms, CompositeTable composite, Set<String> instruments, String digest) {

  private static final String FOLDER = "/pro-ctcae/";

  static Definition load() {
    String items = read("items.csv");
    String composite = read("composite.csv");
    return new Definition(
        terms(items),
        CompositeTable.of(rows(composite)),
        read("instruments.txt").lines().collect(Collectors.toUnmodifiableSet()),
        digest(items + composite));
  }

  private static List<Term> terms(String items) {
    return rows(items)
        .collect(
            Collectors.groupingBy(
                row -> Integer.valueOf(row[0]),
                TreeMap::new,
                Collectors.mapping(
                    row -> new Item(row[1], Attribute.of(row[2])), Collectors.toList())))
        .entrySet()
        .stream()
        .map(term -> new Term(term.getKey(), List.copyOf(term.getValue())))
        .toList();
  }

  private static Stream<String[]> rows(String table) {
    return table.lines().skip(1).map(line -> line.split(",", -1));
  }

  private static String digest(String tables) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha256.digest(tables.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JVM has SHA-256", e);
    }
  }

  private static String read(String name) {
    try (InputStream file =
        Objects.requireNonNull(Definition.class.getResourceAsStream(FOLDER + name), name)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
