package org.procart.scoring.instrument;

import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a family of instruments is scored, and where that was published.
 *
 * @param id stable name, part of the identity of every score
 * @param version a change of results is a new version
 * @param digest SHA-256 of the definition and its tables, hexadecimal
 * @param toBeConfirmed what the clinical lead has to confirm; null: verified
 * @param questionnaires canonical URLs, without version, of the forms that it scores
 */
public record ScoringDefinition(
    String id,
    String version,
    String digest,
    String title,
    String source,
    @Nullable String toBeConfirmed,
    Set<String> questionnaires,
    Scorer scorer) {

  public ScoringDefinition {
    questionnaires = Set.copyOf(questionnaires);
  }

  /**
   * @param urls those of a form and of the forms that it is derived from
   */
  public boolean scores(Collection<String> urls) {
    return !Collections.disjoint(questionnaires, urls);
  }
}
