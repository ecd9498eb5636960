package org.procart.notification.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.procart.notification.channel.GsmText;
import org.procart.notification.policy.Level;

class PageWordingTest {

  static final List<String> LANGUAGES = PageTexts.LANGUAGES;

  private static final String LINK = "https://pager.hospital.example/a/" + "x".repeat(22);

  /** As long as the setting allows. */
  private static final String LONGEST_LINK =
      new PublicAddress("https://" + "p".repeat(PublicAddress.LONGEST - 9) + "/")
          .link("x".repeat(22));

  private static final String LONG_SITE =
      "[Centre hospitalier régional universitaire de Besançon], hématologie et greffe, 2e étage";

  @Test
  void anSmsReadsAsTheContractSays() {
    assertThat(sms(page("Site A", PageFlag.NONE)))
        .isEqualTo("PRO-CART RED 4X9CD Site A 03:10. Reply ACK 4X9CD or " + LINK);
    assertThat(sms(page("Site A", PageFlag.NO_COVER)))
        .isEqualTo("PRO-CART RED 4X9CD Site A 03:10. NO COVER Reply ACK 4X9CD or " + LINK);
  }

  @Test
  void severalAlertsAreOneMessageThatCountsThem() {
    PageFields five = page(Level.AMBER, "Site A", PageFlag.NONE, LINK, 5);

    assertThat(sms(five))
        .isEqualTo(
            "PRO-CART AMBER 4X9CD Site A 03:10. 5 alerts waiting. Reply ACK 4X9CD or " + LINK);
    assertThat(english().subject(five)).isEqualTo("PRO-CART AMBER 4X9CD Site A 03:10 (5 alerts)");
    assertThat(english().mailText(five))
        .startsWith("PRO-CART AMBER 4X9CD Site A 03:10. 5 alerts are waiting.\n")
        .contains("\n" + LINK + "\n");
  }

  @Test
  void anSmsHasRoomForTwoDigitsAndTheMailSaysItExactly() {
    PageFields many = page(Level.AMBER, "Site A", PageFlag.NONE, LINK, 250);

    assertThat(sms(many)).contains(" 99 alerts waiting.");
    assertThat(english().mailText(many)).contains(" 250 alerts are waiting.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "St Bartholomew's and The Royal London Haematology Day Unit and Apheresis",
        "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
        "Centre hospitalier régional universitaire de Besançon, hématologie",
        ""
      })
  void howeverLongTheSiteItFitsAndTheLinkIsWhole(String site) {
    String sms = sms(page(site, PageFlag.NO_COVER));

    assertThat(GsmText.length(sms)).isLessThanOrEqualTo(160);
    assertThat(sms).endsWith(LINK).contains("RED 4X9CD", "03:10. NO COVER Reply ACK 4X9CD");
  }

  /** Only the site's name gives way, with the longest address, flag, level and count of all. */
  @ParameterizedTest
  @MethodSource("all")
  void inEachLanguageTheLongestFits(String language, PageFlag flag, int count) {
    PageTexts texts = PageTexts.of(language);
    PageFields page = page(Level.AMBER, LONG_SITE, flag, LONGEST_LINK, count);

    String sms = new PageWording(texts).sms(page);

    assertThat(GsmText.length(sms)).isLessThanOrEqualTo(GsmText.MAX);
    assertThat(sms)
        .startsWith("PRO-CART AMBER 4X9CD ")
        .containsSubsequence(
            "03:10. ", GsmText.plain(texts.words(flag)), "ACK 4X9CD ", LONGEST_LINK);
    assertThat(sms).contains(count > 1 ? String.valueOf(count) : "");
  }

  /** Phones may be set to ring by it, and colleagues read it out. */
  @ParameterizedTest
  @MethodSource("all")
  void theBeginningIsTheSameInAllLanguages(String language, PageFlag flag, int count) {
    PageWording wording = new PageWording(PageTexts.of(language));
    PageFields page = page(Level.RED, "Site A", flag, LINK, count);

    String begin = "PRO-CART RED 4X9CD Site A 03:10";
    assertThat(wording.sms(page)).startsWith(begin + ". ");
    assertThat(wording.subject(page)).startsWith(begin);
    assertThat(wording.mailText(page)).startsWith(begin + ".");
    assertThat(wording.mailHtml(page))
        .contains("<html lang=\"" + language + "\">", begin, "href=\"" + LINK + "\"");
  }

  @ParameterizedTest
  @FieldSource("LANGUAGES")
  void nothingIsLostInTheAlphabetOfAnSms(String language) {
    PageTexts texts = PageTexts.of(language);

    for (PageFlag flag : PageFlag.values()) {
      assertThat(new PageWording(texts).sms(page("Site A", flag))).doesNotContain("?");
    }
    assertThat(Stream.of(ReplyText.values()).map(texts::words))
        .allSatisfy(words -> assertThat(GsmText.plain(words)).doesNotContain("?"));
  }

  @Test
  void timesAreTheSitesOwn() {
    PageFields auckland =
        new PageFields(
            Level.AMBER,
            "4X9CD",
            "Site B",
            Instant.parse("2026-11-20T03:10:00Z"),
            ZoneId.of("Pacific/Auckland"),
            PageFlag.NONE,
            LINK,
            1);

    assertThat(sms(auckland)).contains("AMBER 4X9CD Site B 16:10.");
  }

  /** A field that is not on this list cannot get into a message, since no template sees it. */
  @Test
  void onlyTheAllowedFieldsCanBeSaid() {
    assertThat(Arrays.stream(PageFields.class.getRecordComponents()).map(RecordComponent::getName))
        .containsExactlyInAnyOrder(
            "level", "code", "site", "soundedAt", "zone", "flag", "link", "count");
    assertThat(Arrays.stream(PageWording.class.getRecordComponents()).map(RecordComponent::getType))
        .containsExactly(PageTexts.class);
    assertThat(
            Stream.of(PageWording.class.getDeclaredMethods())
                .filter(method -> !method.isSynthetic())
                .flatMap(method -> Arrays.stream(method.getParameterTypes())))
        .containsOnly(PageFields.class, String.class, Object.class);
  }

  @Test
  void whatAMessageSaysBesideItsFieldsIsFixed() {
    PageFields one = page("Site A", PageFlag.AGAIN);

    assertThat(without(one, english().mailText(one)))
        .isEqualTo(
            """
            PRO-CART *. *.

            To take this alert on, open this page and press the button:
            *

            Or reply to the SMS with: ACK *

            Opening the page changes nothing. Until somebody answers, others are called.
            """);
    assertThat(without(one, english().subject(one))).isEqualTo("PRO-CART * *");
  }

  @Test
  void aSitesNameCannotBecomeMarkup() {
    assertThat(english().mailHtml(page("<script>x</script>", PageFlag.NONE)))
        .doesNotContain("<script>");
  }

  @Test
  void aSitesNameCannotBecomeAField() {
    assertThat(sms(page("{link}{level} ${code}", PageFlag.NONE)))
        .startsWith("PRO-CART RED 4X9CD {link}{level} ${code} 03:10.");
  }

  static Stream<Arguments> all() {
    return LANGUAGES.stream()
        .flatMap(
            language ->
                Arrays.stream(PageFlag.values())
                    .flatMap(
                        flag ->
                            Stream.of(1, 2, 99).map(count -> Arguments.of(language, flag, count))));
  }

  private static String sms(PageFields page) {
    return english().sms(page);
  }

  private static PageWording english() {
    return new PageWording(PageTexts.of("en"));
  }

  private static String without(PageFields page, String text) {
    return text.replace("RED 4X9CD Site A 03:10", "*")
        .replace(page.link(), "*")
        .replace(page.code(), "*")
        .replace("AGAIN", "*");
  }

  private static PageFields page(String site, PageFlag flag) {
    return page(Level.RED, site, flag, LINK, 1);
  }

  private static PageFields page(Level level, String site, PageFlag flag, String link, int count) {
    return new PageFields(
        level,
        "4X9CD",
        site,
        Instant.parse("2026-11-20T03:10:00Z"),
        ZoneId.of("Europe/London"),
        flag,
        link,
        count);
  }
}
