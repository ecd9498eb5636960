package org.procart.acceptance;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The platform as {@code deploy/up --detach} starts it, on free ports and a data folder of its own.
 */
final class Platform {

  private static final List<Integer> PORTS =
      List.of(
          2775, 3025, 8081, 8082, 8083, 8084, 8090, 8091, 8092, 9081, 9082, 9083, 9084, 9092,
          27017);
  private static final Path REPOSITORY = repository();
  private static final JsonMapper JSON = new JsonMapper();
  private static Platform running;

  private final Path data;
  private final Map<String, String> tokens = new ConcurrentHashMap<>();

  private Platform(Path data) {
    this.data = data;
  }

  /** One platform for all acceptance tests; it stops with the test JVM. */
  static synchronized Platform running() {
    if (running == null) {
      Path data = REPOSITORY.resolve("deploy/acceptance/target/platform");
      Platform platform = new Platform(data);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> platform.command("down")));
      platform.command(
          "up",
          "--detach",
          "--fresh",
          "--port-offset",
          String.valueOf(freeOffset()),
          "--instruments",
          REPOSITORY.resolve("deploy/acceptance/src/test/instruments").toString());
      running = platform;
    }
    return running;
  }

  String url(String part) {
    return endpoint(part, "url");
  }

  String management(String service) {
    return endpoint(service, "management");
  }

  String endpoint(String part, String field) {
    JsonNode value = endpoints().path(part).path(field);
    if (value.isMissingNode()) {
      throw new IllegalStateException("endpoints.json has no " + part + "." + field);
    }
    return value.asString();
  }

  long pid(String part) {
    return endpoints().path(part).path("pid").asLong();
  }

  /** As a power cut would: no shutdown hook runs. */
  void kill(String part) {
    ProcessHandle process = ProcessHandle.of(pid(part)).orElseThrow();
    process.destroyForcibly();
    await().atMost(Duration.ofSeconds(10)).until(() -> !process.isAlive());
  }

  void restart(String part) {
    command("up", "--restart", part);
  }

  /** A bearer token of the local issuer. */
  String token(String role, String... options) {
    return tokens.computeIfAbsent(
        role + String.join(" ", options),
        key -> {
          List<String> arguments = new ArrayList<>(List.of("token", role));
          arguments.addAll(List.of(options));
          return command(arguments.toArray(String[]::new)).strip();
        });
  }

  /** Everything that every part wrote to its log. */
  String logs() {
    try (var files = Files.list(data.resolve("logs"))) {
      StringBuilder all = new StringBuilder();
      for (Path file : files.toList()) {
        all.append(Files.readString(file));
      }
      return all.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private JsonNode endpoints() {
    return JSON.readTree(data.resolve("endpoints.json").toFile());
  }

  /** Runs a command of deploy/ on this platform; fails with what it printed. */
  String command(String... words) {
    List<String> line = new ArrayList<>(List.of(words));
    line.set(0, REPOSITORY.resolve("deploy").resolve(words[0]).toString());
    line.addAll(List.of("--data", data.toString()));
    try {
      Path output = Files.createTempFile("procart", ".out");
      Process process =
          new ProcessBuilder(line)
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      boolean ended = process.waitFor(10, TimeUnit.MINUTES);
      String printed = Files.readString(output);
      Files.delete(output);
      if (!ended || process.exitValue() != 0) {
        throw new IllegalStateException(String.join(" ", line) + " failed:\n" + printed);
      }
      return printed;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static int freeOffset() {
    for (int attempt = 0; attempt < 50; attempt++) {
      int offset = ThreadLocalRandom.current().nextInt(10_000, 30_000);
      if (PORTS.stream().allMatch(port -> free(port + offset))) {
        return offset;
      }
    }
    throw new IllegalStateException("No free ports found");
  }

  private static boolean free(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException taken) {
      return false;
    }
  }

  private static Path repository() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("deploy/up"))) {
      folder = folder.getParent();
    }
    return folder;
  }
}
