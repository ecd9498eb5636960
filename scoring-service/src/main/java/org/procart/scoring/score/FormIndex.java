package org.procart.scoring.score;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.procart.schemas.questionnaire.QuestionnaireCatalogue;
import org.procart.schemas.questionnaire.ReleasedQuestionnaire;

/** Finds the form that a report was made on. */
record FormIndex(QuestionnaireCatalogue questionnaires) {

  /**
   * @param version one that is not known here (any more) is read as the newest
   */
  Form find(String url, String version) {
    return questionnaires
        .find(url, version)
        .or(() -> questionnaires.find(url, null))
        .map(this::form)
        .orElseGet(() -> Form.unknown(url));
  }

  Form form(ReleasedQuestionnaire questionnaire) {
    return new Form(lineage(questionnaire), questionnaire.itemCodes());
  }

  private List<String> lineage(ReleasedQuestionnaire questionnaire) {
    Set<String> urls = new LinkedHashSet<>(List.of(questionnaire.url()));
    Deque<String> open = new ArrayDeque<>(questionnaire.derivedFrom());
    while (!open.isEmpty()) {
      String url = open.remove();
      if (urls.add(url)) {
        questionnaires.find(url, null).ifPresent(parent -> open.addAll(parent.derivedFrom()));
      }
    }
    return List.copyOf(urls);
  }
}
