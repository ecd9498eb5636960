package org.procart.simulator.dryrun;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.procart.local.command.CommandException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RuleDeskTest {

  private static final WantedSet SET = new WantedSet("ours", "2.0.0", "id: ours", Optional.empty());

  private final List<String> asked = new CopyOnWriteArrayList<>();
  private HttpServer server;
  private RuleDesk desk;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
    server.start();
    desk = new RuleDesk("http://127.0.0.1:" + server.getAddress().getPort(), "token-1");
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void aRunIsBegunAndLookedAtWhereItSays() throws IOException, CommandException {
    answer(
        "/rule-sets/ours/versions/2.0.0/dry-run", 202, "{\"ruleSetId\":\"ours\",\"runId\":\"r\"}");
    answer("/rule-sets/ours/dry-runs/r", 200, "{\"state\":\"DONE\"}");

    JsonNode run = desk.begin(SET, JsonMapper.shared().createObjectNode().put("siteId", "a"));

    assertThat(desk.look(run).path("state").asString()).isEqualTo("DONE");
    assertThat(asked)
        .containsExactly("POST token-1 respond-async {\"siteId\":\"a\"}", "GET token-1 null ");
  }

  @Test
  void aRefusalIsToldWithEveryLine() {
    answer(
        "/rule-sets/ours/versions/2.0.0",
        422,
        "{\"detail\":\"Mend it.\",\"errors\":[{\"pointer\":\"line 4\",\"detail\":\"no such"
            + " fact\"}]}");

    assertThatThrownBy(() -> desk.draft(SET))
        .isInstanceOf(CommandException.class)
        .hasMessageContaining("422")
        .hasMessageContaining("Mend it.")
        .hasMessageContaining("line 4: no such fact");
  }

  @Test
  void theSiteOfASetIsFoundAmongItsVersionsOrWhatIsInForce() throws IOException, CommandException {
    answer("/rule-sets/ours/versions", 200, "[]");
    answer(
        "/rule-sets",
        200,
        "[{\"id\":\"other\",\"siteId\":\"b\"},{\"id\":\"ours\",\"siteId\":\"a\"}]");
    answer("/rule-sets/default/versions", 200, "[{\"id\":\"default\"}]");

    assertThat(desk.siteOf("ours")).contains("a");
    assertThat(desk.siteOf("default")).isEmpty();
  }

  private void answer(String path, int status, String body) {
    server.createContext(
        path,
        exchange -> {
          try (exchange) {
            var headers = exchange.getRequestHeaders();
            String sent = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            String token = headers.getFirst("Authorization").replace("Bearer ", "");
            asked.add(
                exchange.getRequestMethod()
                    + " "
                    + token
                    + " "
                    + headers.getFirst("Prefer")
                    + " "
                    + sent);
            exchange.getResponseHeaders().set("Content-Type", "application/problem+json");
            exchange.sendResponseHeaders(status, body.getBytes(UTF_8).length);
            exchange.getResponseBody().write(body.getBytes(UTF_8));
          }
        });
  }
}
