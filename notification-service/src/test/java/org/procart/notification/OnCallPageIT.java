package org.procart.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The examples of docs/on-call.md, run as they stand there. */
class OnCallPageIT extends RunningService {

  private static final Pattern EXAMPLE =
      Pattern.compile(
          "curl -X (?<method>PUT|POST) \\$N(?<path>\\S+) -H \"Authorization: Bearer"
              + " \\$(?<who>\\w+)\"[\\s\\\\]+-H 'Content-Type: (?<type>\\S+)'[\\s\\\\]+(-d"
              + " '(?<body>[^']*)'|--data-binary)");

  private record Example(String method, String path, String who, String type, String body) {}

  @Test
  void everyExampleDoesWhatThePageSays() throws IOException {
    publish("pro.site.v1", "site-doc", TestAlerts.site("site-doc", "Site", "Europe/London"));
    String operator = TOKENS.token("operator");
    await().until(() -> get("/on-call?siteId=site-doc", operator).statusCode() == 200);
    String page =
        Files.readString(Path.of("../docs/on-call.md"))
            .replace("site-a", "site-doc")
            .replace("+447700900101", "+447700900351");
    List<Example> examples =
        EXAMPLE
            .matcher(page)
            .results()
            .map(
                found ->
                    new Example(
                        found.group("method"),
                        found.group("path"),
                        found.group("who"),
                        found.group("type"),
                        found.group("body")))
            .toList();
    assertThat(examples).hasSize(6);

    assertThat(run(examples.get(0)).statusCode()).isEqualTo(200);
    assertThat(run(examples.get(1)).statusCode()).isEqualTo(202);
    assertThat(run(examples.get(2)).statusCode()).isEqualTo(200);
    assertThat(get("/staff/ann", operator).body()).contains("\"how\":\"CODE\"");
    assertThat(run(examples.get(3)).statusCode()).isEqualTo(200);
    assertThat(get("/on-call?siteId=site-doc&at=2026-12-24T21:00:00Z", operator).body())
        .contains("\"cat\"");
    assertThat(run(examples.get(4)).statusCode()).isEqualTo(200);
    assertThat(run(examples.get(5)).body())
        .as("no such host")
        .contains("calendar-not-fetched", "unknown-host");
  }

  private HttpResponse<String> run(Example example) {
    String token =
        example.who().equals("ANN") ? TOKENS.person("ann") : TOKENS.token("site-admin", "site-doc");
    return example.body() == null
        ? file(example.path(), calendarFile("google-london"))
        : call(example.method(), example.path(), withCode(example.body()), token);
  }

  private static String withCode(String body) {
    if (!body.contains("408215")) {
      return body;
    }
    await().until(() -> !PHONES.at("+447700900351").isEmpty());
    String text = PHONES.at("+447700900351").getLast().text();
    return body.replace("408215", text.replaceAll("\\D+(\\d{6}) .*", "$1"));
  }
}
