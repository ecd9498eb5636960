package org.procart.scoring.score;

import java.util.List;
import org.procart.schemas.questionnaire.QuestionnaireCatalogue;
import org.procart.schemas.questionnaire.ReleasedQuestionnaire;
import org.procart.scoring.instrument.ScoringDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says at start by which definitions forms are scored, and which forms have none. */
record Inventory(
    QuestionnaireCatalogue questionnaires, List<ScoringDefinition> definitions, Scoring scoring) {

  private static final Logger LOG = LoggerFactory.getLogger(Inventory.class);

  void log() {
    definitions.forEach(
        definition ->
            LOG.atInfo()
                .addKeyValue("definition", definition.id())
                .addKeyValue("version", definition.version())
                .addKeyValue("digest", definition.digest())
                .addKeyValue("confirmed", definition.toBeConfirmed() == null)
                .log("Scoring definition in use"));
    withoutDefinition()
        .forEach(
            form ->
                LOG.atWarn()
                    .addKeyValue("questionnaire", form.toString())
                    .log("No scoring definition is for this form: its answers are published raw"));
  }

  List<ReleasedQuestionnaire> withoutDefinition() {
    FormIndex forms = new FormIndex(questionnaires);
    return questionnaires.all().stream()
        .filter(ReleasedQuestionnaire::released)
        .filter(form -> scoring.able(forms.form(form)).isEmpty())
        .toList();
  }
}
