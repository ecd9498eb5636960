package org.procart.scoring.instrument.proctcae;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.procart.scoring.instrument.AnswerValue;
import org.procart.scoring.instrument.MissingReason;

/** What one item of a term is worth for scoring. */
sealed interface ItemAnswer {

  /** An answer within the item's bounds. */
  record Given(int value) implements ItemAnswer {}

  /** Something stands there, but no value. */
  record Missing(MissingReason reason) implements ItemAnswer {}

  /** The report does not name the item. */
  record Absent() implements ItemAnswer {}

  /** Repeated answers to one item count when they agree; otherwise nobody can tell. */
  static ItemAnswer of(Item item, Collection<AnswerValue> values) {
    Set<ItemAnswer> distinct =
        values.stream().map(value -> of(item, value)).collect(Collectors.toSet());
    return switch (distinct.size()) {
      case 0 -> new Absent();
      case 1 -> distinct.iterator().next();
      default -> new Missing(MissingReason.CANNOT_TELL);
    };
  }

  private static ItemAnswer of(Item item, AnswerValue value) {
    return switch (value) {
      case AnswerValue.Coded(String code, Integer ordinal) -> coded(item, code, ordinal);
      case AnswerValue.Numeric(BigDecimal number) -> within(item, number);
      case AnswerValue.Withheld(MissingReason reason) -> new Missing(reason);
      case AnswerValue.YesNo(boolean yes) when item.attribute() == Attribute.PRESENCE ->
          new Given(yes ? 1 : 0);
      case AnswerValue.YesNo _, AnswerValue.Measured _, AnswerValue.Unclear _ ->
          new Missing(MissingReason.CANNOT_TELL);
    };
  }

  private static ItemAnswer coded(Item item, String code, @Nullable Integer ordinal) {
    return switch (code) {
      case "proctcae-optout-prefer-not-to-answer" -> new Missing(MissingReason.ASKED_DECLINED);
      case "proctcae-optout-not-applicable", "proctcae-optout-not-sexually-active" ->
          new Missing(MissingReason.NOT_APPLICABLE);
      default ->
          ordinal == null
              ? new Missing(MissingReason.CANNOT_TELL)
              : within(item, BigDecimal.valueOf(ordinal));
    };
  }

  private static ItemAnswer within(Item item, BigDecimal number) {
    BigDecimal shortest = number.stripTrailingZeros();
    boolean valid = shortest.scale() <= 0 && item.scale().takes(shortest);
    return valid ? new Given(shortest.intValueExact()) : new Missing(MissingReason.OUT_OF_RANGE);
  }
}
