package org.procart.notification.wording;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/**
 * What a site says in its own words in one language.
 *
 * @param version counted from 1
 * @param pages by the names of {@link PageText}
 * @param reminders by the names of {@link ReminderText}
 */
public record SiteWording(
    String siteId,
    String language,
    int version,
    String changedBy,
    Instant changedAt,
    Map<String, String> pages,
    Map<String, String> reminders) {

  public SiteWording {
    pages = Map.copyOf(pages);
    reminders = Map.copyOf(reminders);
  }

  Map<PageText, String> fitPages() {
    return fit(PageText.class, pages);
  }

  Map<ReminderText, String> fitReminders() {
    return fit(ReminderText.class, reminders);
  }

  /** What was right once and is not any more is said in our words: no page may fail by it. */
  private <T extends Enum<T> & Phrase> Map<T, String> fit(
      Class<T> type, Map<String, String> words) {
    Map<T, String> fit = new EnumMap<>(type);
    for (T phrase : type.getEnumConstants()) {
      String own = words.get(phrase.name());
      if (own != null && WordingRules.faults(language, phrase, own).isEmpty()) {
        fit.put(phrase, own);
      }
    }
    return fit;
  }
}
