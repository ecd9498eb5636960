package org.procart.local.http;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** What is answered. */
public record Reply(int status, String type, String text) {

  public static Reply json(Object value) {
    return json(200, value);
  }

  public static Reply json(int status, Object value) {
    return new Reply(status, "application/json", JsonMapper.shared().writeValueAsString(value));
  }

  public static Reply html(String page) {
    return new Reply(200, "text/html; charset=utf-8", page);
  }

  public static Reply problem(int status, String detail) {
    return new Reply(
        status,
        "application/problem+json",
        JsonMapper.shared().writeValueAsString(Map.of("status", status, "detail", detail)));
  }

  byte[] bytes() {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
