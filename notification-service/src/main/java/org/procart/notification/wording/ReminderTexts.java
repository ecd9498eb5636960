package org.procart.notification.wording;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The words of one language for patients and carers.
 *
 * @param status draft, or who signed them off
 */
public record ReminderTexts(
    String language, String version, String status, Map<ReminderText, String> words) {

  private static final Map<String, ReminderTexts> ALL =
      PageTexts.LANGUAGES.stream()
          .collect(
              Collectors.toUnmodifiableMap(
                  Function.identity(),
                  tag -> LanguageFile.read("reminders", tag, ReminderTexts.class)));

  public ReminderTexts {
    words = Map.copyOf(words);
  }

  public static ReminderTexts of(String language) {
    return Objects.requireNonNull(ALL.get(language));
  }

  /** With a site's own words where it has some. */
  ReminderTexts with(Map<ReminderText, String> own) {
    Map<ReminderText, String> all = new EnumMap<>(words);
    all.putAll(own);
    return new ReminderTexts(language, version, status, all);
  }

  String words(ReminderText text) {
    return Objects.requireNonNull(words.get(text), text.name());
  }

  String say(ReminderText text, Map<Field, String> values) {
    return Template.fill(words(text), values);
  }
}
