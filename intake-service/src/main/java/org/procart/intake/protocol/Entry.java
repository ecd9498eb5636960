package org.procart.intake.protocol;

import java.util.List;

/**
 * One questionnaire of a protocol.
 *
 * @param questionnaire canonical URL without version: the newest released one is asked
 * @param reporters who is asked; empty: anybody who may report
 */
public record Entry(
    String questionnaire, String title, Timing when, Window window, List<Reporter> reporters) {

  public Entry {
    reporters = List.copyOf(reporters);
  }
}
