package org.procart.intake.questionnaire;

import org.procart.schemas.questionnaire.QuestionnaireCatalogue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class QuestionnaireConfiguration {

  @Bean
  QuestionnaireCatalogue questionnaireCatalogue(InstrumentsSettings settings) {
    return QuestionnaireCatalogue.load(settings.ownFolder());
  }

  @Bean
  Instruments instruments(QuestionnaireCatalogue catalogue) {
    return new Instruments(catalogue, new InstrumentReader());
  }
}
