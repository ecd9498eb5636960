package org.procart.notification.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.procart.notification.channel.GsmText;

class ReminderWordingTest {

  static final List<String> LANGUAGES = PageTexts.LANGUAGES;

  /** As long as a site's number may be written. */
  private static final String LONGEST = "+" + "9".repeat(31);

  /** As long as a number can be when nothing is written between its digits. */
  private static final String LONG = "+" + "9".repeat(15);

  @Test
  void anSmsReadsAsAPersonWouldSayIt() {
    assertThat(wording("en", Addressee.PATIENT, "+44 1632 960001", "999").sms())
        .isEqualTo(
            "Your report has not arrived. Please send it now. If you feel unwell, call"
                + " +44 1632 960001. Emergency: 999. Replies are not read.");
    assertThat(wording("es", Addressee.CARER, "+34 91", "112").sms())
        .isEqualTo(
            "Falta un informe en el que usted ayuda. Envielo. Si algo le preocupa, llame al"
                + " +34 91. Urgencias: 112. No se leen respuestas.");
  }

  @ParameterizedTest
  @MethodSource("all")
  void theLongestNumbersStayWhole(String language, Addressee addressee) {
    String sms = wording(language, addressee, LONGEST, LONGEST).sms();

    assertThat(GsmText.length(sms)).isLessThanOrEqualTo(GsmText.MAX);
    assertThat(sms).containsSubsequence(LONGEST, LONGEST);
  }

  @ParameterizedTest
  @MethodSource("all")
  void usuallyThereIsRoomToSayThatAnswersAreNotRead(String language, Addressee addressee) {
    String sms = wording(language, addressee, LONG, LONG).sms();

    assertThat(GsmText.length(sms)).isLessThanOrEqualTo(GsmText.MAX);
    assertThat(sms).endsWith(GsmText.plain(noReply(language)));
  }

  @ParameterizedTest
  @MethodSource("all")
  void whereASiteHasNoNumberItsSentenceIsLeftOut(String language, Addressee addressee) {
    String missing = ReminderTexts.of(language).words(ReminderText.missing(addressee));

    ReminderWording bare = wording(language, addressee, "", "");

    assertThat(bare.sms()).isEqualTo(GsmText.plain(missing + " " + noReply(language)));
    assertThat(bare.mail()).isEqualTo(missing + "\n\n" + noReply(language) + "\n");
  }

  @ParameterizedTest
  @MethodSource("all")
  void nothingIsLostInTheAlphabetOfAnSms(String language, Addressee addressee) {
    ReminderWording wording = wording(language, addressee, "1", "2");

    assertThat(count(wording.sms(), '?')).isEqualTo(count(wording.mail(), '?'));
  }

  @ParameterizedTest
  @FieldSource("LANGUAGES")
  void eachLanguageHasEverySentenceWithItsNumberAndNoOtherBlank(String language) {
    ReminderTexts texts = ReminderTexts.of(language);

    assertThat(texts.language()).isEqualTo(language);
    assertThat(texts.words()).containsOnlyKeys(ReminderText.values());
    assertThat(texts.version()).isNotBlank();
    assertThat(texts.status()).matches("Draft, to be signed off: .+|Signed off by .+");
    for (ReminderText text : ReminderText.values()) {
      assertThat(texts.words(text)).isNotBlank();
      assertThat(Template.placeholders(texts.words(text)))
          .containsExactlyElementsOf(text.required().stream().map(Field::placeholder).toList());
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void whoWritesBackHearsWhomToCall(String language, Addressee addressee) {
    String usual = wording(language, addressee, LONG, LONG).answer();
    String longest = wording(language, addressee, LONGEST, LONGEST).answer();

    assertThat(usual)
        .startsWith(GsmText.plain(ReminderTexts.of(language).words(ReminderText.REPLY_UNREAD)))
        .containsSubsequence(LONG, LONG);
    assertThat(longest).containsSubsequence(LONGEST, LONGEST);
    assertThat(GsmText.length(usual)).isLessThanOrEqualTo(GsmText.MAX);
    assertThat(GsmText.length(longest)).isLessThanOrEqualTo(GsmText.MAX);
  }

  /** A field that is not on this list cannot get into a message, since no sentence sees it. */
  @Test
  void onlyTheAllowedFieldsCanBeSaid() {
    assertThat(
            Arrays.stream(ReminderWording.class.getRecordComponents())
                .map(RecordComponent::getName))
        .containsExactlyInAnyOrder("texts", "addressee", "advicePhone", "emergencyNumber");
  }

  /** Also not by our own name, in which the therapy can be read. */
  @ParameterizedTest
  @FieldSource("LANGUAGES")
  void noWordTellsOnlookersWhatItIsAbout(String language) {
    assertThat(sentences(ReminderTexts.of(language)))
        .allSatisfy(
            text ->
                assertThat(text.toLowerCase(Locale.ROOT))
                    .doesNotContain("pro-cart", "car-t", "canc", "kanker", "krebs", "mate pukupuku")
                    .doesNotContain("lymph", "linf", "chemo", "quimio", "onco", "onko"));
  }

  @ParameterizedTest
  @CsvSource({
    "fr,nl,fr",
    "pt-BR,nl,pt",
    "mi-NZ,en,mi",
    "DE,en,de",
    "sv,nl,nl",
    "sv,nl-BE,nl",
    "sv,fi,en",
    "'',nl,nl",
    "not a language,,en"
  })
  void thePersonsLanguageElseTheSitesFirstElseEnglish(String person, String site, String expected) {
    assertThat(PageTexts.language(Stream.concat(Stream.of(person), Stream.ofNullable(site))))
        .isEqualTo(expected);
  }

  static Stream<Arguments> all() {
    return LANGUAGES.stream()
        .flatMap(
            language ->
                Arrays.stream(Addressee.values())
                    .map(addressee -> Arguments.of(language, addressee)));
  }

  private static Stream<String> sentences(ReminderTexts texts) {
    return texts.words().values().stream();
  }

  private static String noReply(String language) {
    return ReminderTexts.of(language).words(ReminderText.NO_REPLY);
  }

  private static long count(String text, char symbol) {
    return text.chars().filter(each -> each == symbol).count();
  }

  private static ReminderWording wording(
      String language, Addressee addressee, String advicePhone, String emergencyNumber) {
    return new ReminderWording(ReminderTexts.of(language), addressee, advicePhone, emergencyNumber);
  }
}
