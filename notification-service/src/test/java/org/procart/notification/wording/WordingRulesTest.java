package org.procart.notification.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class WordingRulesTest {

  static final List<String> LANGUAGES = PageTexts.LANGUAGES;

  private static final String HEAD = "PRO-CART {level} {code} {site} {time}. {flag} ";

  @ParameterizedTest
  @FieldSource("LANGUAGES")
  void ourOwnWordsKeepTheRules(String language) {
    for (PageText text : PageText.values()) {
      assertThat(WordingRules.faults(language, text, PageTexts.of(language).words(text)))
          .as(text.name())
          .isEmpty();
    }
    for (ReminderText text : ReminderText.values()) {
      assertThat(WordingRules.faults(language, text, ReminderTexts.of(language).words(text)))
          .as(text.name())
          .isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          SMS        | PRO-CART {level} {code} {time}. {flag} Text ACK {code} or {link}             |
          SMS        | PRO-CART {level} {code} {patient}. {flag} ACK {code} {link}                  | unknown-field
          SMS        | PRO-CART {level} {code} {score}. {flag} ACK {code} {link}                    | unknown-field
          SMS        | PRO-CART {level} {code} {site}. {flag} Reply ACK {code}                      | missing-field
          SMS        | PRO-CART {level} {code} {site}. Reply ACK {code} or {link}                   | missing-field
          SMS        | PRO-CART {level} {code} {flag} {link} {                                      | bad-brace
          SMS        | {level} {code} {site} {flag} PRO-CART {link}                                 | beginning
          SMS        | PRO-CART {level} {code} {flag} {link} or call 020 7946 0018                  | number
          SMS        | PRO-CART {level} {code} {flag} {link} NHS 943-476-5919                       | number
          SMS        | PRO-CART {level} {code} {flag} {link} or https://evil.example                | address
          SMS        | PRO-CART {level} {code} {flag} {link} or www.ward.example                    | address
          SMS        | PRO-CART {level} {code} {flag} {link} or ward@site.example                   | address
          SMS        | PRO-CART {level} {code} {flag} {link} fever                                  | clinical-word
          SMS        | PRO-CART {level} {code} {flag} {link} Please take this one on as fast as you can today | too-long
          SMS        | PRO-CART {level} {code} {flag} {link} 警報                                   | alphabet
          MAIL_NOTE  | L’alerte 警報                                                                 |
          SMS_BUNDLE | PRO-CART {level} {code} {flag} {count}! ACK {code} {link}                    |
          SMS_BUNDLE | PRO-CART {level} {code} {count}! ACK {code} {link}                           | missing-field
          SUBJECT_BUNDLE   | PRO-CART {level} {code} {site} ({count})                               | missing-field
          MAIL_HEAD_BUNDLE | PRO-CART {level} {code} {site}. {count} wait.                          | missing-field
          SMS_BUNDLE | PRO-CART {level} {code} {flag} many! ACK {code} {link}                       | missing-field
          MAIL_NOTE  | Open this page in room 12.                                                   |
          MAIL_NOTE  | Open {link}.                                                                 | unknown-field
          MAIL_NOTE  | ' '                                                                          | empty
          SUBJECT    | PRO-CART {level} {code} {flag} at {site}                                     |
          SUBJECT    | Alert {level} {code} {flag} at {site}                                        | beginning
          """)
  void eachFaultIsNamed(PageText text, String words, String code) {
    List<WordingRules.Fault> faults = WordingRules.faults("en", text, words);

    assertThat(faults)
        .extracting(WordingRules.Fault::code)
        .isEqualTo(code == null ? List.of() : List.of(code));
    assertThat(faults).allSatisfy(fault -> assertThat(fault.detail()).isNotBlank());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Send STOP to end this.        | opt-out-word
          CANCEL: not possible.         | opt-out-word
          Say YES, or call.             | opt-out-word
          Reply with START              | opt-out-word
          Non-STOP service, ask us.     | opt-out-word
          The WEEKEND team. Stop here.  |
          Yes, please start and cancel. |
          For a cart patient            | clinical-word
          CAR T cells                   | clinical-word
          C A R T                       | clinical-word
          C-A-R-T ward                  | clinical-word
          CAR {time} T                  | clinical-word
          the CARTcell team             | clinical-word
          The car that came             |
          CRS grade                     | clinical-word
          possible ICANS                | clinical-word
          The Americans                 |
          Sepsis?                       | clinical-word
          septic shock                  | clinical-word
          tumeur                        | clinical-word
          neurotoxicity                 | clinical-word
          Cytokines                     | clinical-word
          Go to ward.example now        | address
          See ward.zz                   | address
          See ward1.zz                  | address
          Go to {site}.info             | address
          Go to ward{flag}.example      | address
          See ward.ex{flag}ample        | address
          ward/night                    | address
          Floor 3. Ask there.           |
          12,34 56_7                    | number
          (1)2.3-4/5 6 7                | number address
          943{site}476{time}5919        | number
          08:00-17:00                   |
          """)
  void someThingsAreSaidInNoText(String words, String codes) {
    List<WordingRules.Fault> faults = new ArrayList<>();
    Unsaid.faults(words, faults);

    assertThat(faults)
        .extracting(WordingRules.Fault::code)
        .isEqualTo(codes == null ? List.of() : List.of(codes.split(" ")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ADVICE_PATIENT  | Call the ward: {advicePhone}.       |
          ADVICE_PATIENT  | Call the ward.                      | missing-field
          ADVICE_PATIENT  | Call {advicePhone} or {link}.       | unknown-field
          MISSING_PATIENT | Your PRO-CART report is missing.    | clinical-word
          MISSING_PATIENT | Your CAR-T report is missing.       | clinical-word
          MISSING_PATIENT | Dear {name}, your report is missing. | unknown-field
          """)
  void remindersHaveTheirOwnFields(ReminderText text, String words, String code) {
    assertThat(WordingRules.faults("en", text, words))
        .extracting(WordingRules.Fault::code)
        .isEqualTo(code == null ? List.of() : List.of(code));
  }

  @Test
  void howMuchTooLongIsSaid() {
    String ours = PageTexts.of("en").words(PageText.SMS);

    assertThat(
            WordingRules.faults(
                "en", PageText.SMS, HEAD + "Reply ACK {code} or {link}" + "!".repeat(21)))
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.code()).isEqualTo("too-long");
              assertThat(fault.detail()).contains("characters of 160: take out 1.");
            });
    assertThat(WordingRules.faults("en", PageText.SMS, ours)).isEmpty();
  }

  /** Each character that is allowed more or less is right at the border. */
  @Test
  void theBorderIsExactlyWhatFits() {
    int room = 0;
    while (WordingRules.faults("en", PageText.SMS, padded(room + 1)).isEmpty()) {
      room++;
    }

    PageTexts own = PageTexts.of("en").with(Map.of(PageText.SMS, padded(room)));
    int longest =
        Arrays.stream(PageFlag.values())
            .mapToInt(flag -> new PageWording(own).sms(LongestPage.of(flag)).length())
            .max()
            .orElseThrow();
    assertThat(room).isPositive();
    assertThat(longest).isEqualTo(160);
  }

  private static String padded(int more) {
    return HEAD + "Reply ACK {code} or {link}" + "!".repeat(more);
  }

  /** With nothing that could give way. */
  private static final class LongestPage {
    static PageFields of(PageFlag flag) {
      return new PageFields(
          org.procart.notification.policy.Level.AMBER,
          "4X9CD",
          "",
          java.time.Instant.EPOCH,
          java.time.ZoneOffset.UTC,
          flag,
          "x".repeat(PublicAddress.LONGEST_LINK),
          1);
    }
  }
}
