package org.procart.scoring.instrument.proctcae;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.procart.scoring.instrument.AnswerValue;
import org.procart.scoring.instrument.MissingReason;
import org.procart.scoring.instrument.ScaleScore;
import org.procart.scoring.instrument.ScaleScore.Flag;

/** The answers to one term, and the scales that follow from them. */
record TermAnswers(Term term, Map<Item, ItemAnswer> answers) {

  static TermAnswers of(Term term, Function<Item, Collection<AnswerValue>> given) {
    return new TermAnswers(
        term,
        term.items().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Function.identity(), item -> ItemAnswer.of(item, given.apply(item)))));
  }

  /** A term that the report does not name has no scales at all. */
  List<ScaleScore> scores(CompositeTable table) {
    if (answers.values().stream().allMatch(ItemAnswer.Absent.class::isInstance)) {
      return List.of();
    }
    Stream<ScaleScore> raw = term.items().stream().map(this::raw);
    return term.graded() ? Stream.concat(Stream.of(composite(table)), raw).toList() : raw.toList();
  }

  private ScaleScore composite(CompositeTable table) {
    if (firstIsZero()) {
      return term.composite().grade(0);
    }
    return missing()
        .map(term.composite()::missing)
        .orElseGet(() -> term.composite().grade(table.grade(combination())));
  }

  private ScaleScore raw(Item item) {
    return switch (answer(item)) {
      case ItemAnswer.Given(int value) when firstIsZero() && value > 0 ->
          item.scale().value(value).flagged(Flag.BRANCH_CONFLICT);
      case ItemAnswer.Given(int value) -> item.scale().value(value);
      case ItemAnswer.Missing(MissingReason reason) -> item.scale().missing(reason);
      // CDISC PRO-CTCAE supplement: what was not asked because the first item is 0 is 0.
      case ItemAnswer.Absent() when firstIsZero() ->
          item.scale().value(0).flagged(Flag.BRANCHED_AWAY);
      case ItemAnswer.Absent() -> item.scale().missing(MissingReason.NOT_ANSWERED);
    };
  }

  private boolean firstIsZero() {
    return answer(term.first()) instanceof ItemAnswer.Given(int value) && value == 0;
  }

  /** Why there is no grade: every item must be there; empty when they are. */
  private Optional<MissingReason> missing() {
    Set<MissingReason> reasons =
        term.items().stream()
            .map(item -> raw(item).missing())
            .filter(reason -> reason != null)
            .collect(Collectors.toSet());
    boolean anyGiven = answers.values().stream().anyMatch(ItemAnswer.Given.class::isInstance);
    return reasons.isEmpty()
        ? Optional.empty()
        : Optional.of(MissingReason.ofParts(reasons, anyGiven));
  }

  private CompositeTable.Combination combination() {
    Map<Attribute, Integer> values = new EnumMap<>(Attribute.class);
    answers.forEach(
        (item, answer) -> {
          if (answer instanceof ItemAnswer.Given(int value)) {
            values.put(item.attribute(), value);
          }
        });
    return CompositeTable.Combination.of(values);
  }

  private ItemAnswer answer(Item item) {
    return answers.getOrDefault(item, new ItemAnswer.Absent());
  }
}
