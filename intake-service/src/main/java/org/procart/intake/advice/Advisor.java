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

  /** Where no site is known; names no number, since it cannot know the country. */
  private static final Map<AdviceLevel, String> WITHOUT_SITE =
      Map.of(
          AdviceLevel.URGENT, "Call your local emergency number now.",
          AdviceLevel.CONTACT,
              "Call your treatment team now. If you cannot reach them and feel unwell, call your"
                  + " local emergency number.",
          AdviceLevel.NONE, "Call your treatment team if you feel unwell.");

  private Advisor() {}

  /**
   * @param language the reporter's; null: the site's first
   */
  public static Advice advise(
      AdviceLevel level,
      @Nullable Snapshot<Site> siteOrNone,
      @Nullable String language,
      Instant now) {
    if (siteOrNone == null) {
      return new Advice(
          level, text(WITHOUT_SITE, level), null, null, false, null, "en", "platform/1");
    }
    Site site = siteOrNone.state();
    String spoken = language(site, level, language);
    return new Advice(
        level,
        text(site.advice().getOrDefault(spoken, WITHOUT_SITE), level),
        site.advicePhone(),
        site.emergencyNumber(),
        site.watchedAt(now),
        site.readBy(now).orElse(null),
        spoken,
        version(siteOrNone));
  }

  static String version(Snapshot<Site> site) {
    return site.state().siteId() + "/" + site.revision();
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

  private static Stream<String> wishes(@Nullable String wanted) {
    return Optional.ofNullable(wanted).stream()
        .flatMap(tag -> Stream.of(tag, tag.replaceFirst("-.*", "")));
  }

  private static String text(Map<AdviceLevel, String> texts, AdviceLevel level) {
    return texts.getOrDefault(level, WITHOUT_SITE.getOrDefault(level, ""));
  }
}
