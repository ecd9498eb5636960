package org.procart.scoring.instrument.proctcae;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The published mapping from the answers of a term to its grade: 179 rows, and 36 that say that a
 * first item of 0 is grade 0 whatever follows. Which answers are there says which of the seven
 * tables is meant.
 */
final class CompositeTable {

  private final Map<Combination, Integer> grades;

  private CompositeTable(Map<Combination, Integer> grades) {
    this.grades = grades;
  }

  /** The answers of one term; null where the term has no such item. */
  record Combination(
      @Nullable Integer frequency, @Nullable Integer severity, @Nullable Integer interference) {

    static Combination of(Map<Attribute, Integer> answers) {
      return new Combination(
          answers.get(Attribute.FREQUENCY),
          answers.get(Attribute.SEVERITY),
          // The two amount items have a table of their own in this column.
          answers.getOrDefault(Attribute.AMOUNT, answers.get(Attribute.INTERFERENCE)));
    }
  }

  static CompositeTable of(Stream<List<String>> rows) {
    return new CompositeTable(
        rows.collect(
            Collectors.toUnmodifiableMap(
                row -> new Combination(number(row.get(0)), number(row.get(1)), number(row.get(2))),
                row -> Integer.valueOf(row.get(3)))));
  }

  int grade(Combination answers) {
    return Objects.requireNonNull(grades.get(answers), () -> "Not in the table: " + answers);
  }

  int size() {
    return grades.size();
  }

  Map<Combination, Integer> grades() {
    return grades;
  }

  private static @Nullable Integer number(String cell) {
    return cell.isEmpty() ? null : Integer.valueOf(cell);
  }
}
