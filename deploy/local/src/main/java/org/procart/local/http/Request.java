package org.procart.local.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What was asked. */
public record Request(
    String method, String path, Map<String, String> query, String authorization, String body) {

  private static final int LARGEST = 1 << 20;

  static Request of(HttpExchange exchange) throws IOException {
    String query = exchange.getRequestURI().getRawQuery();
    String authorization = exchange.getRequestHeaders().getFirst("Authorization");
    return new Request(
        exchange.getRequestMethod(),
        exchange.getRequestURI().getPath(),
        parse(query == null ? "" : query),
        authorization == null ? "" : authorization,
        body(exchange.getRequestBody()));
  }

  public Optional<String> parameter(String name) {
    return Optional.ofNullable(query.get(name)).filter(value -> !value.isBlank());
  }

  public JsonNode json() {
    try {
      return JsonMapper.shared().readTree(body);
    } catch (JacksonException e) {
      throw new BadRequestException("The body is not JSON.");
    }
  }

  private static String body(InputStream in) throws IOException {
    byte[] bytes = in.readNBytes(LARGEST);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static Map<String, String> parse(String query) {
    return Stream.of(query.split("&"))
        .filter(pair -> pair.contains("="))
        .map(pair -> pair.split("=", 2))
        .collect(Collectors.toMap(pair -> decode(pair[0]), pair -> decode(pair[1]), (a, b) -> b));
  }

  /** A bare plus is kept: telephone numbers begin with one and nobody remembers to escape it. */
  private static String decode(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
