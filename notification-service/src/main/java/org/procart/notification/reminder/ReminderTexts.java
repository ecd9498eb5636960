package org.procart.notification.reminder;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * The words of one language, sentence by sentence.
 *
 * @param status draft, or who signed them off
 * @param subject of an e-mail
 * @param missing that a report has not come, for each addressee
 * @param advice whom to call, with {advicePhone}
 * @param emergency with {emergencyNumber}
 * @param noReply that answers are read by nobody
 */
record ReminderTexts(
    String language,
    String version,
    String status,
    String subject,
    Map<Addressee, String> missing,
    Map<Addressee, String> advice,
    String emergency,
    String noReply) {

  static final List<String> LANGUAGES = List.of("en", "fr", "es", "pt", "nl", "de", "mi");

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Map<String, ReminderTexts> ALL =
      LANGUAGES.stream()
          .collect(Collectors.toUnmodifiableMap(Function.identity(), ReminderTexts::load));

  ReminderTexts {
    missing = Map.copyOf(missing);
    advice = Map.copyOf(advice);
  }

  /** The person's language, else the site's first, else English. */
  static ReminderTexts in(String language, List<String> ofSite) {
    return Stream.concat(Stream.of(language), ofSite.stream().limit(1))
        .map(tag -> Locale.forLanguageTag(tag).getLanguage())
        .filter(ALL::containsKey)
        .findFirst()
        .map(ReminderTexts::of)
        .orElseGet(() -> of(LANGUAGES.getFirst()));
  }

  static ReminderTexts of(String language) {
    return Objects.requireNonNull(ALL.get(language));
  }

  private static ReminderTexts load(String language) {
    String name = "/reminders/" + language + ".json";
    try (InputStream file =
        Objects.requireNonNull(ReminderTexts.class.getResourceAsStream(name), name)) {
      return JSON.readValue(file, ReminderTexts.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
