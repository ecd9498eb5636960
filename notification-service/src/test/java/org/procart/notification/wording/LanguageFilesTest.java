package org.procart.notification.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.procart.notification.channel.GsmText;

class LanguageFilesTest {

  static final List<String> LANGUAGES = PageTexts.LANGUAGES;

  private static final Path RESOURCES = Path.of("src/main/resources");

  @ParameterizedTest
  @FieldSource("LANGUAGES")
  void eachLanguageHasAllWords(String language) {
    PageTexts texts = PageTexts.of(language);

    assertThat(texts.language()).isEqualTo(language);
    assertThat(texts.version()).isNotBlank();
    assertThat(texts.status()).matches("Draft, to be signed off: .+|Signed off by .+");
    assertThat(texts.pages()).containsOnlyKeys(PageText.values());
    assertThat(texts.replies()).containsOnlyKeys(ReplyText.values());
    assertThat(texts.linkPage()).containsOnlyKeys(LinkText.values());
    assertThat(texts.flags())
        .containsOnlyKeys(PageFlag.WORSE, PageFlag.AGAIN, PageFlag.NO_COVER, PageFlag.OVERDUE);
    assertThat(texts.flags().values()).allSatisfy(words -> assertThat(words).isNotBlank());
  }

  @ParameterizedTest
  @FieldSource("LANGUAGES")
  void eachPhraseHasItsFieldsAndNoOther(String language) {
    PageTexts texts = PageTexts.of(language);

    assertThat(phrases())
        .allSatisfy(
            phrase -> {
              List<String> fields = Template.placeholders(texts.words(phrase));
              assertThat(names(phrase.allowed())).containsAll(fields);
              assertThat(fields).containsAll(names(phrase.required()));
              assertThat(Template.bare(texts.words(phrase))).isNotBlank().doesNotContain("{", "}");
            });
  }

  /** The contract's list; of it, what patients' and carers' reminders may say. */
  @Test
  void theListOfFieldsIsTheContracts() {
    Set<Field> paging = new HashSet<>();
    Stream.of(PageText.values()).forEach(text -> paging.addAll(text.allowed()));

    assertThat(names(paging))
        .containsExactlyInAnyOrder("level", "code", "site", "time", "flag", "link", "count");
  }

  /** Whatever is added to the folders: in no file is there a field that is not on the list. */
  @Test
  void noFileHasAFieldThatIsNotOnTheList() throws IOException {
    Set<String> known = names(Set.of(Field.values()));
    try (Stream<Path> files = Files.walk(RESOURCES)) {
      List<Path> texts = files.filter(file -> file.toString().endsWith(".json")).toList();
      assertThat(texts).hasSize(2 * LANGUAGES.size());
      for (Path file : texts) {
        assertThat(fields(Files.readString(file)))
            .as(file.toString())
            .isNotEmpty()
            .isSubsetOf(known);
      }
    }
  }

  @ParameterizedTest
  @FieldSource("LANGUAGES")
  void repliesFitIntoOneSms(String language) {
    PageTexts texts = PageTexts.of(language);
    for (ReplyText because : ReplyText.values()) {
      String words =
          because.name().startsWith("BECAUSE") ? refused(texts, because) : texts.words(because);
      assertThat(GsmText.length(GsmText.plain(words))).as(because.name()).isLessThanOrEqualTo(160);
    }
  }

  @ParameterizedTest
  @FieldSource("LANGUAGES")
  void noWordTellsOfAnIllness(String language) {
    PageTexts texts = PageTexts.of(language);

    assertThat(phrases().map(texts::words))
        .allSatisfy(
            words ->
                assertThat(words.toLowerCase(Locale.ROOT).replace("pro-cart", ""))
                    .doesNotContain("pati", "car-t", "canc", "kanker", "krebs", "mate", "fever")
                    .doesNotContain("lymph", "linf", "chemo", "quimio", "onco", "onko", "febr"));
  }

  private static String refused(PageTexts texts, ReplyText because) {
    return texts.words(ReplyText.REFUSED).replace("{reason}", texts.words(because));
  }

  private static Set<String> fields(String json) {
    String words = json.replaceAll("(?m)^\\s*[{}],?\\s*$|\\{\\s*$", "");
    return Set.copyOf(Template.placeholders(words));
  }

  private static Set<String> names(Set<Field> fields) {
    return fields.stream().map(Field::placeholder).collect(Collectors.toSet());
  }

  private static Stream<Phrase> phrases() {
    return Stream.of(PageText.values(), ReplyText.values(), LinkText.values())
        .flatMap(Arrays::stream);
  }
}
