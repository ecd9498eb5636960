package org.procart.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** A phone number or mailbox, as the local phone company and mail server hold it. */
record Phone(Platform platform, String address) {

  private static final Pattern PAGE =
      Pattern.compile(
          "PRO-CART (RED|AMBER) (\\w+) .*? \\d\\d:\\d\\d\\..*?(http\\S+)", Pattern.DOTALL);

  record Page(String level, String code, String link, String text) {}

  List<JsonNode> messages() {
    String query = "/messages?to=" + URLEncoder.encode(address, StandardCharsets.UTF_8);
    return Http.get(platform.url("captured") + query, null).json().valueStream().toList();
  }

  List<String> texts() {
    return messages().stream().map(message -> message.path("text").asString("")).toList();
  }

  /** The pages among the messages. */
  List<Page> pages() {
    return texts().stream()
        .map(PAGE::matcher)
        .filter(Matcher::find)
        .map(m -> new Page(m.group(1), m.group(2), m.group(3), m.group()))
        .toList();
  }

  Page awaitPage() {
    await().atMost(Duration.ofSeconds(40)).until(() -> !pages().isEmpty());
    return pages().getFirst();
  }

  /**
   * @param mode deliver, undeliverable, silent or slow
   */
  void is(String mode) {
    Http.Answer answer =
        Http.post(
            platform.url("captured") + "/phones/" + address, null, "{\"mode\":\"" + mode + "\"}");
    assertThat(answer.status()).as(answer.body()).isLessThan(300);
  }

  void reply(String text) {
    Http.post(
        platform.url("captured") + "/sms-reply",
        null,
        "{\"from\":\"" + address + "\",\"text\":\"" + text + "\"}");
  }
}
