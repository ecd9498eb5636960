package org.procart.notification.wording;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.procart.notification.channel.GsmText;
import org.procart.notification.policy.Level;

/** What a site may not say in its own words, and how to put it right. */
final class WordingRules {

  /** What is wrong, and the cure. */
  record Fault(String code, String detail) {}

  /** Phones may be set to ring by it, and the next service reads it. */
  private static final String BEGINNING = "PRO-CART {level} {code} ";

  private static final int LONGEST = 400;

  private WordingRules() {}

  static List<Fault> faults(String language, Phrase phrase, String words) {
    List<Fault> faults = new ArrayList<>();
    fields(phrase, words, faults);
    plainness(phrase, words, faults);
    if (faults.isEmpty() && (phrase == PageText.SMS || phrase == PageText.SMS_BUNDLE)) {
      length(language, (PageText) phrase, words, faults);
    }
    return List.copyOf(faults);
  }

  private static void fields(Phrase phrase, String words, List<Fault> faults) {
    List<String> used = Template.placeholders(words);
    Set<String> allowed = names(phrase.allowed());
    used.stream()
        .distinct()
        .filter(name -> !allowed.contains(name))
        .forEach(
            name ->
                faults.add(
                    new Fault(
                        "unknown-field",
                        "{" + name + "} may not be said here. Allowed: " + braces(allowed) + ".")));
    names(phrase.required()).stream()
        .filter(name -> !used.contains(name))
        .sorted()
        .forEach(
            name ->
                faults.add(
                    new Fault(
                        "missing-field", "Say {" + name + "}: without it nobody can act on it.")));
    String bare = Template.bare(words);
    if (bare.contains("{") || bare.contains("}")) {
      faults.add(new Fault("bad-brace", "Use braces only around the name of a field."));
    }
  }

  private static void plainness(Phrase phrase, String words, List<Fault> faults) {
    String bare = Template.bare(words);
    String lower = bare.toLowerCase(Locale.ROOT);
    check(!bare.isBlank(), "empty", "Say something, or leave it out to use our words.", faults);
    check(
        words.length() <= LONGEST && words.chars().noneMatch(Character::isISOControl),
        "too-long",
        "Give one line of at most " + LONGEST + " characters.",
        faults);
    Unsaid.faults(words, faults);
    boolean reminder = phrase instanceof ReminderText;
    check(
        !reminder || !lower.contains("pro-cart"),
        "clinical-word",
        "A reminder must not say PRO-CART: the treatment can be read in it.",
        faults);
    check(
        !begins(phrase) || words.startsWith(BEGINNING),
        "beginning",
        "Begin with " + BEGINNING.strip() + ": phones are set to ring by it.",
        faults);
    check(
        !spokenBySms(phrase) || questionMarks(GsmText.plain(bare)) == questionMarks(bare),
        "alphabet",
        "An SMS cannot carry all of these letters.",
        faults);
  }

  private static boolean spokenBySms(Phrase phrase) {
    return phrase == PageText.SMS
        || phrase == PageText.SMS_BUNDLE
        || (phrase instanceof ReminderText && phrase != ReminderText.SUBJECT);
  }

  /** What the alphabet lacks becomes one. */
  private static long questionMarks(String text) {
    return text.chars().filter(symbol -> symbol == '?').count();
  }

  private static boolean begins(Phrase phrase) {
    return phrase instanceof PageText page
        && switch (page) {
          case SMS, SMS_BUNDLE, SUBJECT, SUBJECT_BUNDLE, MAIL_HEAD, MAIL_HEAD_BUNDLE -> true;
          case MAIL_LINK, MAIL_BUTTON, MAIL_REPLY, MAIL_NOTE -> false;
        };
  }

  private static void length(String language, PageText text, String words, List<Fault> faults) {
    PageTexts texts = PageTexts.of(language).with(Map.of(text, words));
    int longest =
        Arrays.stream(PageFlag.values())
            .mapToInt(flag -> GsmText.length(new PageWording(texts).sms(longest(text, flag))))
            .max()
            .orElseThrow();
    check(
        longest <= GsmText.MAX,
        "too-long",
        "With the longest link and flag it takes "
            + longest
            + " characters of "
            + GsmText.MAX
            + ": take out "
            + (longest - GsmText.MAX)
            + ".",
        faults);
  }

  /** The longest of everything that does not give way. */
  private static PageFields longest(PageText text, PageFlag flag) {
    return new PageFields(
        Level.AMBER,
        "4X9CD",
        "",
        Instant.EPOCH,
        ZoneOffset.UTC,
        flag,
        "x".repeat(PublicAddress.LONGEST_LINK),
        text == PageText.SMS ? 1 : 99);
  }

  static void check(boolean fine, String code, String detail, List<Fault> faults) {
    if (!fine) {
      faults.add(new Fault(code, detail));
    }
  }

  private static Set<String> names(Set<Field> fields) {
    return fields.stream().map(Field::placeholder).collect(Collectors.toSet());
  }

  private static String braces(Set<String> names) {
    return names.isEmpty()
        ? "none"
        : names.stream().sorted().map(name -> "{" + name + "}").collect(Collectors.joining(", "));
  }
}
