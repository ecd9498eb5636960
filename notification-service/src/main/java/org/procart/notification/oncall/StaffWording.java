package org.procart.notification.oncall;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;

/** What staff read about themselves and their rota; all texts are in one file. */
public enum StaffWording {
  /** Code. */
  CODE,
  CODE_SUBJECT,
  STOPPED,
  STARTED,
  NOT_OURS,
  /** Site, role, layer, from, to. */
  GAP,
  GAP_SUBJECT,
  /** Site, role, layer, from. */
  MENDED,
  MENDED_SUBJECT,
  /** Site, staff id. */
  OPTED_OUT,
  OPTED_OUT_SUBJECT,
  /** Site, calendar. */
  STALE,
  STALE_SUBJECT,
  /** Site. */
  NO_COVER,
  NO_COVER_SUBJECT;

  public static final Set<String> LANGUAGES = Set.of("en", "fr", "es", "pt", "nl", "de", "mi");

  private static final Properties TEXTS = texts();

  /**
   * @param languages BCP 47, best first; the first that is known counts, else English
   */
  public String in(List<String> languages, Object... values) {
    String language = known(languages).findFirst().orElse("en");
    String key = language + "." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    return Objects.requireNonNull(TEXTS.getProperty(key), key).formatted(values);
  }

  /** Languages that messages are written in, without regions. */
  public static Stream<String> known(List<String> languages) {
    return languages.stream()
        .map(tag -> Locale.forLanguageTag(tag).getLanguage())
        .filter(LANGUAGES::contains);
  }

  private static Properties texts() {
    Properties texts = new Properties();
    try (Reader reader =
        new InputStreamReader(
            Objects.requireNonNull(StaffWording.class.getResourceAsStream("/staff.properties")),
            StandardCharsets.UTF_8)) {
      texts.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts;
  }
}
