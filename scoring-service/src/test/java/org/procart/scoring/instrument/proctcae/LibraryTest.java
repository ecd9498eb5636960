package org.procart.scoring.instrument.proctcae;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.procart.scoring.instrument.proctcae.CompositeTable.Combination;

class LibraryTest {

  private final Library library = TestAnswers.LIBRARY;

  @Test
  void theLibraryHas80TermsAnd124Items() {
    List<Item> items = library.terms().stream().flatMap(t -> t.items().stream()).toList();
    assertThat(library.terms()).hasSize(80);
    assertThat(items).hasSize(124);
    assertThat(count(items, Attribute.SEVERITY)).isEqualTo(51);
    assertThat(count(items, Attribute.FREQUENCY)).isEqualTo(25);
    assertThat(count(items, Attribute.INTERFERENCE)).isEqualTo(25);
    assertThat(count(items, Attribute.PRESENCE)).isEqualTo(21);
    assertThat(count(items, Attribute.AMOUNT)).isEqualTo(2);
    assertThat(library.terms().stream().filter(Term::graded)).hasSize(59);
  }

  @Test
  void theTableHas179PublishedRowsAnd36ForAFirstItemOfZero() {
    assertThat(library.composite().size()).isEqualTo(179 + 36);
    assertThat(library.composite().grades().values()).allMatch(grade -> grade <= 3);
  }

  @Test
  void aWorseAnswerNeverLowersTheGrade() {
    List<Combination> all = List.copyOf(library.composite().grades().keySet());
    long pairs =
        all.stream()
            .flatMap(
                better -> all.stream().filter(worse -> isWorse(better, worse)).map(w -> better))
            .count();
    assertThat(pairs).isGreaterThan(215);
    for (Combination better : all) {
      for (Combination worse : all) {
        if (isWorse(better, worse)) {
          assertThat(library.composite().grade(worse))
              .as("%s after %s", worse, better)
              .isGreaterThanOrEqualTo(library.composite().grade(better));
        }
      }
    }
  }

  private static long count(List<Item> items, Attribute attribute) {
    return items.stream().filter(item -> item.attribute() == attribute).count();
  }

  /** The same table, no answer better, at least one worse. */
  private static boolean isWorse(Combination better, Combination worse) {
    return !better.equals(worse)
        && Stream.of(
                atLeast(better.frequency(), worse.frequency()),
                atLeast(better.severity(), worse.severity()),
                atLeast(better.interference(), worse.interference()))
            .allMatch(holds -> holds);
  }

  private static boolean atLeast(@Nullable Integer low, @Nullable Integer high) {
    return low == null || high == null ? low == high : high >= low;
  }
}
