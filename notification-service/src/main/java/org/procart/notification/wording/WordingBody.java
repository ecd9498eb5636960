package org.procart.notification.wording;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.procart.notification.channel.GsmText;
import org.procart.notification.request.Faults;

/** A site's words as they are put; what is left out is said in ours. */
record WordingBody(
    @Nullable Map<String, @Nullable String> pages,
    @Nullable Map<String, @Nullable String> reminders) {

  /** As long as a site's number may be written. */
  private static final String LONGEST_NUMBER = "+" + "9".repeat(31);

  SiteWording toWording(String siteId, String language, int version, String by, Instant at) {
    Faults faults = new Faults();
    var _ = faults.id("/siteId", siteId);
    Map<String, String> ofPages = checked(PageText.values(), pages, "/pages/", language, faults);
    Map<String, String> ofReminders =
        checked(ReminderText.values(), reminders, "/reminders/", language, faults);
    faults.throwIfAny();
    SiteWording wording = new SiteWording(siteId, language, version, by, at, ofPages, ofReminders);
    remindersFit(wording, faults);
    faults.throwIfAny();
    return wording;
  }

  private static <T extends Enum<T> & Phrase> Map<String, String> checked(
      T[] phrases,
      @Nullable Map<String, @Nullable String> given,
      String at,
      String language,
      Faults faults) {
    Map<String, String> checked = new HashMap<>();
    Map<String, @Nullable String> all = given == null ? Map.of() : given;
    all.forEach(
        (name, words) -> {
          String own = Objects.requireNonNullElse(words, "");
          Arrays.stream(phrases)
              .filter(phrase -> phrase.name().equals(name))
              .findFirst()
              .ifPresentOrElse(
                  phrase ->
                      WordingRules.faults(language, phrase, own)
                          .forEach(fault -> faults.add(at + name, fault.code(), fault.detail())),
                  () ->
                      faults.add(at + name, "unknown-text", "One of " + Arrays.toString(phrases)));
          checked.put(name, own);
        });
    return checked;
  }

  private static void remindersFit(SiteWording wording, Faults faults) {
    ReminderTexts texts = ReminderTexts.of(wording.language()).with(wording.fitReminders());
    for (Addressee addressee : Addressee.values()) {
      ReminderWording longest =
          new ReminderWording(texts, addressee, LONGEST_NUMBER, LONGEST_NUMBER);
      int length = Math.max(GsmText.length(longest.sms()), GsmText.length(longest.answer()));
      faults.check(
          length <= GsmText.MAX,
          "/reminders",
          "too-long",
          "With the longest numbers a reminder takes "
              + length
              + " characters of "
              + GsmText.MAX
              + ": shorten MISSING, ADVICE or EMERGENCY.");
    }
  }
}
