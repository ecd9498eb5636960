package org.procart.scoring.score;

import java.time.Clock;
import java.util.List;
import org.procart.chassis.flow.Flow;
import org.procart.chassis.kafka.EventSender;
import org.procart.chassis.kafka.FirstArrivals;
import org.procart.schemas.questionnaire.QuestionnaireCatalogue;
import org.procart.scoring.definition.DefinitionCatalogue;
import org.procart.scoring.instrument.ScoringDefinition;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Adding an instrument is adding files; an instrument with a new algorithm needs that in Java. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(InstrumentsProperties.class)
class ScoringConfiguration {

  @Bean
  Scoring scoring(InstrumentsProperties instruments, Clock clock) {
    QuestionnaireCatalogue questionnaires = QuestionnaireCatalogue.load(instruments.own());
    List<ScoringDefinition> definitions = DefinitionCatalogue.load(instruments.own());
    Scoring scoring = new Scoring(definitions, new FormIndex(questionnaires), clock);
    new Inventory(questionnaires, definitions, scoring).log();
    return scoring;
  }

  @Bean
  SubmissionListener submissionListener(
      Scoring scoring, EventSender sender, Flow flow, FirstArrivals arrivals) {
    ScorePublisher publisher = new ScorePublisher(scoring, sender);
    return new SubmissionListener(publisher::publish, flow, arrivals);
  }
}
