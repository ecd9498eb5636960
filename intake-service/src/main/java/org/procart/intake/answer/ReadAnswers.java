package org.procart.intake.answer;

import java.util.List;
import org.procart.intake.site.AdviceLevel;

/**
 * @param answers those that are readable on their own, in the questionnaire's order
 * @param faults everything wrong
 */
public record ReadAnswers(List<Answer> answers, List<Fault> faults) {

  public static final ReadAnswers NOTHING = new ReadAnswers(List.of(), List.of());

  public ReadAnswers {
    answers = List.copyOf(answers);
    faults = List.copyOf(faults);
  }

  public boolean freeTextPresent() {
    return answers.stream().anyMatch(answer -> answer.value() instanceof AnswerValue.FreeText);
  }

  public AdviceLevel redFlag() {
    return answers.stream().map(Answer::redFlag).reduce(AdviceLevel.NONE, AdviceLevel::moreUrgent);
  }

  @Override
  public String toString() {
    return "ReadAnswers[answers=%d, faults=%d]".formatted(answers.size(), faults.size());
  }
}
