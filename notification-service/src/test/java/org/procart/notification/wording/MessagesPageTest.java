package org.procart.notification.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.procart.notification.policy.Level;

/** docs/messages.md: all words of all messages, as they really come out. */
class MessagesPageTest {

  private static final Path PAGE = Path.of("../docs/messages.md");
  private static final Path HEAD = Path.of("src/test/resources/messages-head.md");

  private static final Map<String, String> NAMES =
      Map.of(
          "en", "English",
          "fr", "French",
          "es", "Spanish",
          "pt", "Portuguese",
          "nl", "Dutch",
          "de", "German",
          "mi", "Māori");

  private static final Set<ReplyText> REASONS =
      EnumSet.range(ReplyText.BECAUSE_NEWER, ReplyText.BECAUSE_WRONG_PHONE);

  @Test
  void thePageIsNotStale() throws IOException {
    String page = Files.readString(HEAD) + rules() + languages();
    if (Boolean.getBoolean("procart.docs.write")) {
      Files.writeString(PAGE, page);
    }

    assertThat(Files.readString(PAGE))
        .as("write it again with mvn -pl notification-service test -Dprocart.docs.write=true")
        .isEqualTo(page);
  }

  private static String rules() {
    return "\n## The texts and their fields\n\n| text | must have | may have |\n|---|---|---|\n"
        + Stream.concat(
                Arrays.stream(PageText.values()).map(text -> row("pages", text)),
                Arrays.stream(ReminderText.values()).map(text -> row("reminders", text)))
            .collect(Collectors.joining());
  }

  private static String row(String kind, Phrase phrase) {
    Set<Field> optional = new HashSet<>(phrase.allowed());
    optional.removeAll(phrase.required());
    return "| `%s.%s` | %s | %s |\n"
        .formatted(kind, phrase.name(), braces(phrase.required()), braces(optional));
  }

  private static String braces(Set<Field> fields) {
    return fields.isEmpty()
        ? "–"
        : fields.stream()
            .sorted()
            .map(field -> "`{" + field.placeholder() + "}`")
            .collect(Collectors.joining(" "));
  }

  private static String languages() {
    return PageTexts.LANGUAGES.stream()
        .map(MessagesPageTest::language)
        .collect(Collectors.joining());
  }

  private static String language(String tag) {
    PageTexts texts = PageTexts.of(tag);
    PageWording wording = new PageWording(texts);
    return "\n## "
        + NAMES.get(tag)
        + " (`"
        + tag
        + "`)\n\nPages: version "
        + texts.version()
        + ". "
        + texts.status()
        + "\n\n"
        + quoted(wording.sms(page(Level.RED, PageFlag.WORSE, 1)))
        + quoted(wording.sms(page(Level.AMBER, PageFlag.NONE, 5)))
        + "Flags: "
        + texts.flags().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(flag -> flag.getKey() + " is “" + flag.getValue() + "”")
            .collect(Collectors.joining(", "))
        + ".\n\nE-mail, `"
        + wording.subject(page(Level.RED, PageFlag.WORSE, 1))
        + "`:\n\n"
        + quoted(wording.mailText(page(Level.RED, PageFlag.WORSE, 1)))
        + "| answer by SMS | |\n|---|---|\n"
        + replies(texts)
        + "\n| behind the link | |\n|---|---|\n"
        + Arrays.stream(LinkText.values())
            .map(text -> cells(text.name(), texts.words(text)))
            .collect(Collectors.joining())
        + "\nReminders to patient and carer, and what they hear when they write back: version "
        + ReminderTexts.of(tag).version()
        + ".\n\n"
        + reminders(tag);
  }

  private static String replies(PageTexts texts) {
    return Arrays.stream(ReplyText.values())
        .filter(text -> text != ReplyText.REFUSED)
        .map(
            text ->
                cells(
                    text.name(),
                    REASONS.contains(text)
                        ? texts.say(ReplyText.REFUSED, Map.of(Field.REASON, texts.words(text)))
                        : texts.words(text)))
        .collect(Collectors.joining());
  }

  private static String reminders(String tag) {
    return Arrays.stream(Addressee.values())
        .map(
            addressee ->
                new ReminderWording(ReminderTexts.of(tag), addressee, "+44 1632 960001", "999"))
        .map(wording -> quoted(wording.sms()) + quoted(wording.answer()))
        .collect(Collectors.joining());
  }

  private static String cells(String name, String words) {
    return "| `" + name + "` | " + words + " |\n";
  }

  private static String quoted(String text) {
    return "```\n" + text.strip() + "\n```\n\n";
  }

  private static PageFields page(Level level, PageFlag flag, int count) {
    return new PageFields(
        level,
        "4X9CD",
        "Site A",
        Instant.parse("2026-11-20T03:10:00Z"),
        ZoneOffset.UTC,
        flag,
        "https://p.example/a/QmV3dUo5dW1kN1Bza2RkYX",
        count);
  }
}
