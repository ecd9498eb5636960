package org.procart.local.demo;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** A page as the on-call phone shows it. */
record Page(String phone, String text, String code, String link) {

  private static final Pattern FORM =
      Pattern.compile("^PRO-CART .*Reply ACK (?<code>\\S+) or (?<link>\\S+?)\\.?$", Pattern.DOTALL);

  static Optional<Page> in(List<JsonNode> messages) {
    return messages.stream()
        .filter(message -> channel(message).equals("sms"))
        .map(Page::of)
        .flatMap(Optional::stream)
        .findFirst();
  }

  static Optional<JsonNode> mail(List<JsonNode> messages) {
    return messages.stream()
        .filter(message -> channel(message).equals("email"))
        .filter(message -> message.path("subject").asString("").startsWith("PRO-CART"))
        .findFirst();
  }

  /** What the platform said to the phone that replied. */
  static Optional<String> answer(List<JsonNode> messages, String phone) {
    return messages.stream()
        .filter(message -> channel(message).equals("sms"))
        .filter(message -> message.path("to").asString("").equals(phone))
        .map(message -> message.path("text").asString(""))
        .filter(text -> text.startsWith("OK ") || text.startsWith("NOT "))
        .findFirst();
  }

  private static Optional<Page> of(JsonNode message) {
    String text = message.path("text").asString("");
    Matcher form = FORM.matcher(text);
    return form.find()
        ? Optional.of(
            new Page(message.path("to").asString(""), text, form.group("code"), form.group("link")))
        : Optional.empty();
  }

  private static String channel(JsonNode message) {
    return message.path("channel").asString("");
  }
}
