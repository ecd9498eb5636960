package org.procart.notification.wording;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.procart.notification.channel.GsmText;

/**
 * A reminder in words. It may end up on a screen that others see: what is not here cannot be said.
 *
 * @param advicePhone of the site; empty: its sentence is left out
 * @param emergencyNumber empty: its sentence is left out
 */
public record ReminderWording(
    ReminderTexts texts, Addressee addressee, String advicePhone, String emergencyNumber) {

  /** At most 160 GSM characters: numbers stay whole, the note on answers gives way. */
  public String sms() {
    return fitting(sentences(), needed(ReminderText.missing(addressee)));
  }

  public String subject() {
    return texts.say(ReminderText.SUBJECT, Map.of());
  }

  public String mail() {
    return String.join("\n\n", sentences()) + "\n";
  }

  /** To somebody who wrote back: whom to call instead. */
  public String answer() {
    return fitting(needed(ReminderText.REPLY_UNREAD), numbers().toList());
  }

  private static String fitting(List<String> all, List<String> needed) {
    String whole = GsmText.plain(String.join(" ", all));
    return GsmText.length(whole) <= GsmText.MAX ? whole : GsmText.plain(String.join(" ", needed));
  }

  private List<String> sentences() {
    return Stream.concat(
            needed(ReminderText.missing(addressee)).stream(),
            Stream.of(texts.say(ReminderText.NO_REPLY, Map.of())))
        .toList();
  }

  private List<String> needed(ReminderText first) {
    return Stream.concat(Stream.of(texts.say(first, Map.of())), numbers()).toList();
  }

  private Stream<String> numbers() {
    return Stream.concat(
        with(ReminderText.advice(addressee), Field.ADVICE_PHONE, advicePhone),
        with(ReminderText.EMERGENCY, Field.EMERGENCY_NUMBER, emergencyNumber));
  }

  private Stream<String> with(ReminderText text, Field field, String number) {
    return number.isEmpty() ? Stream.empty() : Stream.of(texts.say(text, Map.of(field, number)));
  }
}
