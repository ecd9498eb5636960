package org.procart.alerting.rule;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.procart.schemas.yaml.YamlPart;

/**
 * Several different warning signs at the same time are worse than each of them. UKONS 24-hour
 * triage v3 (2025): two ambers count as a red.
 *
 * @param id stands where a clause's id would
 * @param level how urgent they are together
 * @param count how many different clauses below that level are needed
 * @param within by observation time, before or after; any reporter
 * @param wording for staff
 */
public record Together(String id, Level level, int count, Duration within, String wording) {

  /** Stands where a scale would. */
  public static final String SCALE = "together";

  private static final List<String> KEYS = List.of("id", "level", "count", "hours", "wording");

  static Together of(YamlPart part) {
    part.allowing(KEYS);
    return new Together(
        part.text("id"),
        part.constant(Level.class, "level"),
        part.count("count"),
        Duration.ofHours(part.count("hours")),
        part.text("wording"));
  }

  public boolean counts(Finding finding) {
    return level.isWorseThan(finding.level());
  }

  /**
   * @param signs ids of the clauses that count; more of them are worse
   * @return null: too few
   */
  public @Nullable Finding of(Set<String> signs) {
    return signs.size() < count
        ? null
        : new Finding(
            id,
            level,
            wording,
            SCALE,
            (double) signs.size(),
            null,
            null,
            Direction.HIGHER_WORSE,
            null,
            false);
  }
}
