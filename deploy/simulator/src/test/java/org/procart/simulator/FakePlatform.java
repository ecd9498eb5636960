package org.procart.simulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.procart.local.issuer.TokenClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Answers as intake and issuer do, and remembers what came. */
final class FakePlatform implements AutoCloseable {

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Path secrets;
  private final Map<String, String> bodies = new ConcurrentHashMap<>();
  private final Map<String, AtomicInteger> sendings = new ConcurrentHashMap<>();
  private final List<String> order = new CopyOnWriteArrayList<>();
  private final AtomicInteger minted = new AtomicInteger();

  /** The status for a report, given its identity and how often it came before; 0: take it. */
  Function<Came, Integer> mood = _ -> 0;

  /** One report at the door. */
  record Came(String identity, int before, String token) {}

  FakePlatform(Path directory) throws IOException {
    secrets = directory;
    Files.writeString(directory.resolve("minting-secret"), "secret");
    server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
    server.setExecutor(threads);
    server.createContext("/token", exchange -> answer(exchange, 200, token(), ""));
    server.createContext("/patients/", exchange -> answer(exchange, 201, "{}", ""));
    server.createContext("/fhir/QuestionnaireResponse", this::report);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  TokenClient issuer() {
    return new TokenClient(url(), secrets);
  }

  /** Identity → body of what was taken. */
  Map<String, String> taken() {
    return bodies;
  }

  List<String> order() {
    return order;
  }

  int sendings(String identity) {
    AtomicInteger count = sendings.get(identity);
    return count == null ? 0 : count.get();
  }

  private String token() {
    return "{\"access_token\":\"token-" + minted.incrementAndGet() + "\"}";
  }

  private void report(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    JsonNode document = JsonMapper.shared().readTree(body);
    String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
    String identity = key == null ? document.path("identifier").path("value").asString("") : key;
    int before = sendings.computeIfAbsent(identity, _ -> new AtomicInteger()).getAndIncrement();
    String token = exchange.getRequestHeaders().getFirst("Authorization");
    int status = mood.apply(new Came(identity, before, token));
    if (status != 0) {
      answer(exchange, status, "{\"detail\":\"no\"}", "");
      return;
    }
    String known = bodies.putIfAbsent(identity, body);
    if (known != null && !known.equals(body)) {
      answer(exchange, 409, "{}", "");
      return;
    }
    order.add(identity);
    answer(
        exchange, known == null ? 201 : 200, "{\"advice\":{\"level\":\"NONE\"}}", "R-" + identity);
  }

  private static void answer(HttpExchange exchange, int status, String body, String receipt)
      throws IOException {
    try (exchange) {
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Retry-After", "0");
      exchange.getResponseHeaders().set("Receipt", receipt);
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
