package org.procart.chassis.start;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.procart.schemas.questionnaire.InstrumentFileException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.io.support.SpringFactoriesLoader;

class WrongFileAnalyzerTest {

  @Test
  void aStartThatFailsForAFileSaysWhichAndWhatToDo() {
    Exception start =
        new IllegalStateException(
            "a bean could not be made", new InstrumentFileException("own/pain.yml", "line 3: no"));

    // Some of Spring Boot's own need a context; they are not asked here.
    assertThat(
            SpringFactoriesLoader.forDefaultResourceLocation()
                .load(FailureAnalyzer.class, (type, name, failure) -> {}))
        .filteredOn(analyzer -> analyzer instanceof WrongFileAnalyzer)
        .singleElement()
        .satisfies(
            analyzer -> {
              FailureAnalysis said = analyzer.analyze(start);
              assertThat(said).isNotNull();
              assertThat(said.getDescription())
                  .isEqualTo("Instrument file own/pain.yml: line 3: no.");
              assertThat(said.getAction()).isEqualTo("Mend it or take it away.");
            });
  }
}
