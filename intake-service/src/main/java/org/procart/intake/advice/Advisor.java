package org.procart.intake.advice;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.procart.intake.site.AdviceLevel;
import org.procart.intake.site.Site;
import org.procart.intake.snapshot.Snapshot;

/** Chooses the site's signed text; never leaves a reporter without one. */
public final class Advisor {

  private static final PlatformTexts WITHOUT_SITE = PlatformTexts.load();

  private Advisor() {}

  /**
   * A text that the site signed goes before one in the right language that nobody at the site did.
   *
   * @param language the reporter's; null: the site's first
   */
  public static Advice advise(
      AdviceLevel level,
      @Nullable Snapshot<Site> siteOrNone,
      @Nullable String language,
      Instant now) {
    if (siteOrNone == null) {
      String spoken = WITHOUT_SITE.language(language);
      return new Advice(
          level,
          WITHOUT_SITE.text(spoken, level),
          null,
          null,
          false,
          null,
          spoken,
          WITHOUT_SITE.version());
    }
    Site site = siteOrNone.state();
    String spoken = language(site, level, language);
    return new Advice(
        level,
        text(site, spoken, level),
        site.advicePhone(),
        site.emergencyNumber(),
        site.watchedAt(now),
        site.readBy(now).orElse(null),
        spoken,
        site.adviceVersion());
  }

  /** The wanted language, else its plain form, else the site's first that has the text. */
  static String language(Site site, AdviceLevel level, @Nullable String wanted) {
    List<String> offered =
        site.languages().stream()
            .filter(each -> site.advice().getOrDefault(each, Map.of()).containsKey(level))
            .toList();
    return wishes(wanted)
        .flatMap(wish -> offered.stream().filter(wish::equalsIgnoreCase))
        .findFirst()
        .or(() -> offered.stream().findFirst())
        .orElse("en");
  }

  static Stream<String> wishes(@Nullable String wanted) {
    return Optional.ofNullable(wanted).stream()
        .flatMap(tag -> Stream.of(tag, tag.replaceFirst("-.*", "")));
  }

  static String text(Site site, String language, AdviceLevel level) {
    String signed = site.advice().getOrDefault(language, Map.of()).get(level);
    return signed == null ? WITHOUT_SITE.text(WITHOUT_SITE.language(language), level) : signed;
  }
}
