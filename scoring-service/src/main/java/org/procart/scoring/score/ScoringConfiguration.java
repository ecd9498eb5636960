package org.procart.scoring.score;

import java.time.Clock;
import java.util.List;
import org.procart.chassis.flow.Flow;
import org.procart.chassis.kafka.EventSender;
import org.procart.chassis.kafka.FirstArrivals;
import org.procart.scoring.instrument.Scorer;
import org.procart.scoring.instrument.proctcae.ProCtcaeScorer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Adding an instrument with a new algorithm is one more scorer here. */
@Configuration(proxyBeanMethods = false)
class ScoringConfiguration {

  @Bean
  Scorer proCtcaeScorer() {
    return new ProCtcaeScorer();
  }

  @Bean
  SubmissionListener submissionListener(
      List<Scorer> scorers, Clock clock, EventSender sender, Flow flow, FirstArrivals arrivals) {
    ScorePublisher publisher = new ScorePublisher(new Scoring(scorers, clock), sender);
    return new SubmissionListener(publisher::publish, flow, arrivals);
  }
}
