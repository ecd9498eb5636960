package org.procart.notification.reminder;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.procart.notification.channel.GsmText;

/**
 * A reminder in words. It may end up on a screen that others see: what is not here cannot be said.
 *
 * @param advicePhone of the site; empty: its sentence is left out
 * @param emergencyNumber empty: its sentence is left out
 */
record ReminderWording(
    ReminderTexts texts, Addressee addressee, String advicePhone, String emergencyNumber) {

  /** At most 160 GSM characters: numbers stay whole, the note on answers gives way. */
  String sms() {
    String whole = GsmText.plain(String.join(" ", sentences()));
    return GsmText.length(whole) <= GsmText.MAX
        ? whole
        : GsmText.plain(String.join(" ", needed().toList()));
  }

  String subject() {
    return texts.subject();
  }

  String mail() {
    return String.join("\n\n", sentences()) + "\n";
  }

  private List<String> sentences() {
    return Stream.concat(needed(), Stream.of(texts.noReply())).toList();
  }

  private Stream<String> needed() {
    return Stream.of(
            sentence(texts.missing()),
            advicePhone.isEmpty()
                ? ""
                : sentence(texts.advice()).replace("{advicePhone}", advicePhone),
            emergencyNumber.isEmpty()
                ? ""
                : texts.emergency().replace("{emergencyNumber}", emergencyNumber))
        .filter(sentence -> !sentence.isEmpty());
  }

  private String sentence(Map<Addressee, String> each) {
    return Objects.requireNonNull(each.get(addressee));
  }
}
