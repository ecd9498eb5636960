package org.procart.scoring.instrument.cart;

import java.util.List;
import java.util.stream.Stream;

/**
 * One of the facts that CRS is graded by.
 *
 * @param <T> what it says
 */
public sealed interface Fact<T> {

  /** Measured, seen or said. */
  record Known<T>(T value) implements Fact<T> {}

  /**
   * Not known.
   *
   * @param why a sentence for staff
   */
  record Unknown<T>(String why) implements Fact<T> {}

  /** Everything that may be true. */
  default List<T> possible(List<T> all) {
    return switch (this) {
      case Known<T>(T value) -> List.of(value);
      case Unknown<T> _ -> all;
    };
  }

  default Stream<String> whyUnknown() {
    return switch (this) {
      case Known<T> _ -> Stream.empty();
      case Unknown<T>(String why) -> Stream.of(why);
    };
  }
}
