package org.procart.intake.licence;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A site's licence for one questionnaire, and the authorised wording that came with it.
 *
 * @param licenceHolder as the agreement names it
 * @param reference number of the agreement
 * @param validTo last day
 * @param wording language → linkId → text
 */
public record Overlay(
    String licenceHolder,
    String reference,
    LocalDate validTo,
    Map<String, Map<String, String>> wording) {

  public Overlay {
    wording = Map.copyOf(wording);
  }

  public boolean validOn(LocalDate day) {
    return !day.isAfter(validTo);
  }

  /**
   * The language that is wanted, else its plain form.
   *
   * @param wanted null: the only one
   */
  public Optional<String> language(@Nullable String wanted) {
    if (wanted == null) {
      return wording.size() == 1 ? wording.keySet().stream().findFirst() : Optional.empty();
    }
    return Stream.of(wanted, wanted.replaceFirst("-.*", ""))
        .flatMap(wish -> wording.keySet().stream().filter(wish::equalsIgnoreCase))
        .findFirst();
  }
}
