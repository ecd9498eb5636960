package org.procart.intake.answer;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.procart.intake.answer.Answer.Flag;
import org.procart.intake.questionnaire.Condition;
import org.procart.intake.questionnaire.Instrument;
import org.procart.intake.questionnaire.Item;
import org.procart.intake.questionnaire.Option;
import org.procart.intake.site.AdviceLevel;

/** Which questions the answers open and close. */
final class Branches {

  /** A question whose condition hangs on an unanswered one is neither open nor closed. */
  private enum State {
    OPEN,
    CLOSED,
    CANNOT_TELL
  }

  private final Instrument instrument;
  private final Map<String, List<Answer>> answers;

  Branches(Instrument instrument, Map<String, List<Answer>> answers) {
    this.instrument = instrument;
    this.answers = answers;
  }

  /** The answers with their flags, and the zeros of questions that were not asked. */
  List<Answer> flagged() {
    return instrument.items().stream().flatMap(this::flagged).toList();
  }

  void missingRequired(Faults faults) {
    for (Item item : instrument.items()) {
      if (item.required()
          && item.type().takesAnswers()
          && !answers.containsKey(item.linkId())
          && state(item) == State.OPEN) {
        faults.add(
            "required-answer-missing",
            "QuestionnaireResponse.item.where(linkId='%s').answer".formatted(item.linkId()),
            "Answer the item, or say why not (data-absent-reason).");
      }
    }
  }

  private Stream<Answer> flagged(Item item) {
    List<Answer> sent = answers.getOrDefault(item.linkId(), List.of());
    if (state(item) != State.CLOSED) {
      return sent.stream();
    }
    return sent.isEmpty()
        ? branchedAway(item).stream()
        : sent.stream()
            .map(
                answer ->
                    answer.value() instanceof AnswerValue.NotAnswered
                        ? answer
                        : answer.with(Flag.BRANCH_CONFLICT));
  }

  private static Optional<Answer> branchedAway(Item item) {
    return item.zero().map(zero -> zero(item, zero).with(Flag.BRANCHED_AWAY));
  }

  private static Answer zero(Item item, Option zero) {
    return new Answer(
        item.linkId(),
        new AnswerValue.Coded(zero.code(), zero.system(), zero.ordinal()),
        AdviceLevel.NONE);
  }

  private State state(Item item) {
    State own = own(item);
    if (item.parent() == null || own == State.CLOSED) {
      return own;
    }
    State around = instrument.item(item.parent()).map(this::state).orElse(State.OPEN);
    return around == State.OPEN ? own : around;
  }

  private State own(Item item) {
    if (item.conditions().isEmpty()) {
      return State.OPEN;
    }
    List<State> states = item.conditions().stream().map(this::state).toList();
    State deciding = item.anyCondition() ? State.OPEN : State.CLOSED;
    State otherwise = item.anyCondition() ? State.CLOSED : State.OPEN;
    if (states.contains(deciding)) {
      return deciding;
    }
    return states.contains(State.CANNOT_TELL) ? State.CANNOT_TELL : otherwise;
  }

  private State state(Condition condition) {
    List<AnswerValue> given = new ArrayList<>();
    answers.getOrDefault(condition.question(), List.of()).forEach(a -> given.add(a.value()));
    given.removeIf(AnswerValue.NotAnswered.class::isInstance);
    if (condition.operator() == Condition.Operator.EXISTS) {
      return given.isEmpty() == condition.expected().equals("false") ? State.OPEN : State.CLOSED;
    }
    if (given.isEmpty()) {
      return State.CANNOT_TELL;
    }
    return given.stream().anyMatch(value -> meets(condition, value)) ? State.OPEN : State.CLOSED;
  }

  private static boolean meets(Condition condition, AnswerValue value) {
    String text = value.asText().orElse("");
    return switch (condition.operator()) {
      case EXISTS -> true;
      case EQUAL -> same(value, condition.expected());
      case NOT_EQUAL -> !same(value, condition.expected());
      case GREATER -> compare(value, text, condition) > 0;
      case LESS -> compare(value, text, condition) < 0;
      case GREATER_OR_EQUAL -> compare(value, text, condition) >= 0;
      case LESS_OR_EQUAL -> compare(value, text, condition) <= 0;
    };
  }

  private static boolean same(AnswerValue value, String expected) {
    return switch (value) {
      case AnswerValue.Decimal(BigDecimal number) ->
          number.compareTo(new BigDecimal(expected)) == 0;
      case AnswerValue.Quantity(BigDecimal number, _) ->
          number.compareTo(new BigDecimal(expected)) == 0;
      default -> value.asText().filter(expected::equals).isPresent();
    };
  }

  private static int compare(AnswerValue value, String text, Condition condition) {
    return value
        .asNumber()
        .map(number -> number.compareTo(new BigDecimal(condition.expected())))
        .orElseGet(() -> text.compareTo(condition.expected()));
  }
}
