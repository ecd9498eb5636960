package org.procart.local.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The addresses of a platform that was started on a data folder. */
public final class RunningPlatform {

  private final Path data;
  private final JsonNode endpoints;

  private RunningPlatform(Path data, JsonNode endpoints) {
    this.data = data;
    this.endpoints = endpoints;
  }

  public static RunningPlatform of(Path data) throws IOException, CommandException {
    Path file = data.resolve("endpoints.json");
    if (!Files.exists(file)) {
      throw new CommandException(
          CommandException.OTHER, "Nothing of " + data + " runs: start it with deploy/up first.");
    }
    return new RunningPlatform(data, JsonMapper.shared().readTree(Files.readString(file)));
  }

  public String address(String part, String name) throws CommandException {
    String address = endpoints.path(part).path(name).asString("");
    if (address.isEmpty()) {
      throw new CommandException(
          CommandException.OTHER,
          "The part " + part + " of " + data + " does not run: start it with deploy/up.");
    }
    return address;
  }
}
