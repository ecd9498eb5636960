package org.procart.intake.answer;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.procart.intake.answer.Answer.Flag;
import org.procart.intake.questionnaire.Instrument;
import org.procart.intake.questionnaire.Item;
import tools.jackson.databind.JsonNode;

/**
 * Reads the answers of a QuestionnaireResponse from its JSON. A FHIR object model would drop a
 * malformed element without saying where, or refuse the whole; here every fault has its place and
 * whatever can be read on its own is read.
 */
public final class AnswerReader {

  /** Worst first: in what we do not understand, the higher value is the safer one. */
  private static final Comparator<Answer> WORST_FIRST =
      Comparator.comparing(Answer::redFlag)
          .thenComparing(answer -> answer.flags().contains(Flag.IMPLAUSIBLE))
          .thenComparing(
              answer -> answer.value().asNumber().orElse(BigDecimal.valueOf(Long.MIN_VALUE)),
              Comparator.reverseOrder());

  private AnswerReader() {}

  /**
   * @param complete true: missing required answers are faults
   */
  public static ReadAnswers read(Instrument instrument, JsonNode response, boolean complete) {
    Faults faults = new Faults();
    ItemWalk walk = new ItemWalk(instrument, faults);
    walk.items(response, "QuestionnaireResponse");
    Map<String, List<Answer>> answers = inOrder(instrument, walk.answers());
    Branches branches = new Branches(instrument, answers);
    if (complete) {
      branches.missingRequired(faults);
    }
    return new ReadAnswers(branches.flagged(), faults.list());
  }

  private static Map<String, List<Answer>> inOrder(
      Instrument instrument, Map<String, List<Answer>> answers) {
    Map<String, List<Answer>> ordered = new LinkedHashMap<>();
    for (Item item : instrument.items()) {
      List<Answer> sent = answers.getOrDefault(item.linkId(), List.of());
      if (!sent.isEmpty()) {
        ordered.put(item.linkId(), item.repeats() ? sent : List.of(worst(sent)));
      }
    }
    return ordered;
  }

  private static Answer worst(List<Answer> sent) {
    Answer worst = sent.stream().min(WORST_FIRST).orElseThrow();
    boolean same = sent.stream().map(Answer::value).distinct().count() == 1;
    return same ? worst : worst.with(Flag.REPEATED);
  }
}
