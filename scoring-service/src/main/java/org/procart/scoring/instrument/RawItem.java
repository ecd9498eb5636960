package org.procart.scoring.instrument;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.procart.scoring.instrument.ScaleScore.Flag;

/**
 * One item whose answer is published as a scale of its own.
 *
 * @param code published code of the item
 * @param scale usually called as the item
 * @param unit UCUM code of a measurement; null: a plain number, a choice, or yes (1) and no (0)
 * @param fractions whether a plain number need not be whole
 * @param notAnswers numbers that stand for "no answer"
 * @param options option code → number, where the form gives its options none
 */
public record RawItem(
    String code,
    Scale scale,
    @Nullable String unit,
    boolean fractions,
    Set<BigDecimal> notAnswers,
    Map<String, BigDecimal> options) {

  public RawItem {
    notAnswers =
        notAnswers.stream()
            .map(BigDecimal::stripTrailingZeros)
            .collect(Collectors.toUnmodifiableSet());
    options = Map.copyOf(options);
  }

  /** Any number, choice, or yes and no. */
  public static RawItem unbounded(String code) {
    Scale scale = new Scale(code, null, null, Direction.NONE);
    return new RawItem(code, scale, null, true, Set.of(), Map.of());
  }

  /** Repeated answers to one item count when they agree; otherwise nobody can tell. */
  public ScaleScore score(Report report) {
    List<ScaleScore> distinct = report.to(code).stream().map(this::score).distinct().toList();
    return switch (distinct.size()) {
      case 0 -> scale.missing(MissingReason.NOT_ANSWERED);
      case 1 -> distinct.getFirst();
      default ->
          scale
              .missing(MissingReason.CANNOT_TELL)
              .explained("Answered more than once, and differently");
    };
  }

  private ScaleScore score(GivenAnswer answer) {
    ScaleScore score = score(answer.value());
    return answer.branchedAway() ? score.flagged(Flag.BRANCHED_AWAY) : score;
  }

  private ScaleScore score(AnswerValue value) {
    return switch (value) {
      case AnswerValue.Coded(String option, Integer ordinal) -> chosen(option, ordinal);
      case AnswerValue.Numeric(BigDecimal number) when unit == null -> number(number);
      case AnswerValue.Measured(BigDecimal number, String in) when in.equals(unit) ->
          measured(number, in);
      case AnswerValue.YesNo(boolean yes) when unit == null ->
          within(BigDecimal.valueOf(yes ? 1 : 0));
      case AnswerValue.Withheld(MissingReason reason) -> scale.missing(reason);
      default -> scale.missing(MissingReason.CANNOT_TELL);
    };
  }

  private ScaleScore chosen(String option, @Nullable Integer ordinal) {
    BigDecimal number = ordinal == null ? options.get(option) : BigDecimal.valueOf(ordinal);
    return number == null || unit != null
        ? scale.missing(MissingReason.CANNOT_TELL)
        : number(number);
  }

  private ScaleScore number(BigDecimal number) {
    if (notAnswers.contains(number.stripTrailingZeros())) {
      return scale.missing(MissingReason.NOT_ANSWERED);
    }
    boolean whole = number.stripTrailingZeros().scale() <= 0;
    return whole || fractions ? within(number) : scale.missing(MissingReason.OUT_OF_RANGE);
  }

  /** A device can show what cannot be; that it did is worth knowing. */
  private ScaleScore measured(BigDecimal number, String in) {
    return scale.takes(number)
        ? scale.value(number)
        : scale
            .missing(MissingReason.OUT_OF_RANGE)
            .flagged(Flag.IMPLAUSIBLE)
            .explained("%s %s: counted as not measured".formatted(scale.beyond(), in));
  }

  private ScaleScore within(BigDecimal number) {
    return scale.takes(number) ? scale.value(number) : scale.missing(MissingReason.OUT_OF_RANGE);
  }
}
