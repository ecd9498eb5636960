package org.procart.simulator.dryrun;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.StringJoiner;
import org.procart.local.command.CommandException;
import org.procart.local.process.Http;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The platform's interface for people who write rules. */
final class RuleDesk {

  private static final String JSON = "application/json";
  private static final String YAML = "application/yaml";

  private final Http http = new Http();
  private final String url;
  private final String token;

  RuleDesk(String url, String token) {
    this.url = url;
    this.token = token;
  }

  /** The site of a set that the platform knows; empty: the set of every other site, or unknown. */
  Optional<String> siteOf(String setId) throws IOException, CommandException {
    for (String path : new String[] {"/rule-sets/" + setId + "/versions", "/rule-sets"}) {
      Optional<String> site =
          ok(http.get(url + path, headers("")))
              .valueStream()
              .filter(set -> set.path("id").asString("").equals(setId))
              .map(set -> set.path("siteId").asString(""))
              .filter(found -> !found.isEmpty())
              .findFirst();
      if (site.isPresent()) {
        return site;
      }
    }
    return Optional.empty();
  }

  void draft(WantedSet set) throws IOException, CommandException {
    String text = Objects.requireNonNull(set.text(), "only a file can become a draft");
    ok(http.send("PUT", url + path(set), text, headers(YAML)));
  }

  /** The run, as it stands after the platform has begun it. */
  JsonNode begin(WantedSet set, ObjectNode request) throws IOException, CommandException {
    Map<String, String> headers = new HashMap<>(headers(JSON));
    headers.put("Prefer", "respond-async");
    return ok(http.send("POST", url + path(set) + "/dry-run", request.toString(), headers));
  }

  JsonNode look(JsonNode run) throws IOException, CommandException {
    String id = run.path("ruleSetId").asString();
    return ok(
        http.get(
            url + "/rule-sets/" + id + "/dry-runs/" + run.path("runId").asString(), headers("")));
  }

  private static String path(WantedSet set) {
    return "/rule-sets/" + set.id() + "/versions/" + set.version();
  }

  private Map<String, String> headers(String type) {
    return type.isEmpty()
        ? Map.of("Authorization", "Bearer " + token)
        : Map.of("Authorization", "Bearer " + token, "Content-Type", type);
  }

  private static JsonNode ok(Http.Answer answer) throws CommandException {
    if (answer.ok()) {
      return JsonMapper.shared().readTree(answer.body());
    }
    throw new CommandException(
        CommandException.OTHER, "The platform refused (" + answer.status() + "): " + why(answer));
  }

  private static String why(Http.Answer answer) {
    if (!answer.header("Content-Type").contains("json")) {
      return "no reason was given.";
    }
    JsonNode problem = JsonMapper.shared().readTree(answer.body());
    StringJoiner why = new StringJoiner("\n  ");
    why.add(problem.path("detail").asString("no reason was given."));
    problem
        .path("errors")
        .forEach(
            fault ->
                why.add(
                    fault.path("pointer").asString("") + ": " + fault.path("detail").asString("")));
    return why.toString();
  }
}
