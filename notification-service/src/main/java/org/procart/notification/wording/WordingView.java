package org.procart.notification.wording;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.procart.notification.policy.Level;

/**
 * The words in force at a site, and how they look.
 *
 * @param version of the site's own words; 0: it never had any
 * @param ours version of our words, used where the site has none
 * @param own names of the texts that are the site's
 * @param preview with example values
 */
record WordingView(
    String siteId,
    String language,
    int version,
    @Nullable String changedBy,
    @Nullable Instant changedAt,
    String ours,
    String oursStatus,
    Map<String, Object> own,
    Map<String, String> pages,
    Map<String, String> reminders,
    Map<String, String> preview) {

  private static final Instant EXAMPLE_TIME = Instant.parse("2026-11-20T03:10:00Z");

  static WordingView of(String siteId, String language, @Nullable SiteWording site) {
    PageTexts pages = PageTexts.of(language);
    ReminderTexts reminders = ReminderTexts.of(language);
    if (site != null) {
      pages = pages.with(site.fitPages());
      reminders = reminders.with(site.fitReminders());
    }
    return new WordingView(
        siteId,
        language,
        site == null ? 0 : site.version(),
        site == null ? null : site.changedBy(),
        site == null ? null : site.changedAt(),
        pages.version(),
        pages.status(),
        own(site),
        words(PageText.values(), pages),
        words(reminders),
        preview(pages, reminders));
  }

  private static Map<String, Object> own(@Nullable SiteWording site) {
    return site == null
        ? Map.of()
        : Map.of("pages", site.fitPages().keySet(), "reminders", site.fitReminders().keySet());
  }

  private static Map<String, String> words(PageText[] texts, PageTexts pages) {
    Map<String, String> words = new LinkedHashMap<>();
    Arrays.stream(texts).forEach(text -> words.put(text.name(), pages.words(text)));
    return words;
  }

  private static Map<String, String> words(ReminderTexts reminders) {
    Map<String, String> words = new LinkedHashMap<>();
    Arrays.stream(ReminderText.values())
        .forEach(text -> words.put(text.name(), reminders.words(text)));
    return words;
  }

  private static Map<String, String> preview(PageTexts pages, ReminderTexts reminders) {
    PageWording wording = new PageWording(pages);
    ReminderWording reminder =
        new ReminderWording(reminders, Addressee.PATIENT, "+44 1632 960001", "999");
    Map<String, String> preview = new LinkedHashMap<>();
    preview.put("sms", wording.sms(example(Level.RED, PageFlag.WORSE, 1)));
    preview.put("smsBundle", wording.sms(example(Level.AMBER, PageFlag.NONE, 5)));
    preview.put("subject", wording.subject(example(Level.RED, PageFlag.WORSE, 1)));
    preview.put("mail", wording.mailText(example(Level.RED, PageFlag.WORSE, 1)));
    preview.put("mailBundle", wording.mailText(example(Level.AMBER, PageFlag.NONE, 5)));
    preview.put("reminderSms", reminder.sms());
    preview.put("reminderMail", reminder.mail());
    preview.put("reminderAnswer", reminder.answer());
    return preview;
  }

  private static PageFields example(Level level, PageFlag flag, int count) {
    return new PageFields(
        level,
        "4X9CD",
        "Site A",
        EXAMPLE_TIME,
        ZoneOffset.UTC,
        flag,
        "https://p.example/a/QmV3dUo5dW1kN1Bza2Rk",
        count);
  }
}
