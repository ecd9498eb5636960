package org.procart.scoring.instrument;

import java.util.List;

/**
 * What was reported, without anything about the person.
 *
 * @param instrument canonical URL of the questionnaire, without version
 * @param answers in any order
 */
public record Report(String instrument, List<GivenAnswer> answers) {

  public Report {
    answers = List.copyOf(answers);
  }
}
