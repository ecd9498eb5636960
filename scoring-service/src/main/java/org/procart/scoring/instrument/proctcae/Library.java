package org.procart.scoring.instrument.proctcae;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The published tables of the item library. */
record Library(List<Term> terms, CompositeTable composite) {

  /**
   * @param items term number, item code, attribute
   * @param composite frequency, severity, interference (or amount), grade
   */
  static Library of(Stream<List<String>> items, Stream<List<String>> composite) {
    return new Library(terms(items), CompositeTable.of(composite));
  }

  private static List<Term> terms(Stream<List<String>> items) {
    return items
        .collect(
            Collectors.groupingBy(
                row -> Integer.valueOf(row.get(0)),
                TreeMap::new,
                Collectors.mapping(
                    row -> new Item(row.get(1), Attribute.of(row.get(2))), Collectors.toList())))
        .entrySet()
        .stream()
        .map(term -> new Term(term.getKey(), List.copyOf(term.getValue())))
        .toList();
  }
}
