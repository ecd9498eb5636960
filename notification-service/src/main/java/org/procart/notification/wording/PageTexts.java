package org.procart.notification.wording;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The words of one language for those who are paged.
 *
 * @param status draft, or who signed them off
 * @param flags of all pages but ordinary ones
 */
public record PageTexts(
    String language,
    String version,
    String status,
    Map<PageText, String> pages,
    Map<PageFlag, String> flags,
    Map<ReplyText, String> replies,
    Map<LinkText, String> linkPage) {

  public static final List<String> LANGUAGES = List.of("en", "fr", "es", "pt", "nl", "de", "mi");

  private static final Map<String, PageTexts> ALL =
      LANGUAGES.stream()
          .collect(
              Collectors.toUnmodifiableMap(
                  Function.identity(), tag -> LanguageFile.read("pages", tag, PageTexts.class)));

  public PageTexts {
    pages = Map.copyOf(pages);
    flags = Map.copyOf(flags);
    replies = Map.copyOf(replies);
    linkPage = Map.copyOf(linkPage);
  }

  public static PageTexts of(String language) {
    return Objects.requireNonNull(ALL.get(language));
  }

  public static boolean knows(String tag) {
    return LANGUAGES.contains(Locale.forLanguageTag(tag).getLanguage());
  }

  /** The first that we have words for, else English. */
  public static String language(Stream<String> tags) {
    return tags.map(tag -> Locale.forLanguageTag(tag).getLanguage())
        .filter(LANGUAGES::contains)
        .findFirst()
        .orElse(LANGUAGES.getFirst());
  }

  /** With a site's own words where it has some. */
  public PageTexts with(Map<PageText, String> own) {
    Map<PageText, String> all = new EnumMap<>(pages);
    all.putAll(own);
    return new PageTexts(language, version, status, all, flags, replies, linkPage);
  }

  public String words(PageFlag flag) {
    return flag == PageFlag.NONE ? "" : Objects.requireNonNull(flags.get(flag));
  }

  public String say(Phrase phrase, Map<Field, String> values) {
    return Template.fill(words(phrase), values);
  }

  public String say(Phrase phrase) {
    return say(phrase, Map.of());
  }

  /** Not filled yet. */
  public String words(Phrase phrase) {
    String words =
        switch (phrase) {
          case PageText page -> pages.get(page);
          case ReplyText reply -> replies.get(reply);
          case LinkText link -> linkPage.get(link);
          case ReminderText _ -> null;
        };
    return Objects.requireNonNull(words, phrase.name());
  }
}
