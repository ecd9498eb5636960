package org.procart.intake.protocol;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a patient, and when.
 *
 * @param source where it comes from and what is to be confirmed; null: not said
 */
public record Protocol(
    String name, String version, String title, @Nullable String source, List<Entry> entries) {

  public static final String NONE = "none";

  public Protocol {
    entries = List.copyOf(entries);
  }

  /** How often it asks for something, for one infusion. */
  long occurrences() {
    return entries.stream().mapToLong(entry -> entry.when().count()).sum();
  }
}
