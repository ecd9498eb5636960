package org.procart.intake.protocol;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.procart.chassis.problem.Violation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Protocols that come with the platform. */
final class BuiltInProtocols {

  static final List<String> NAMES =
      List.of(Protocol.NONE, "cart-home", "qualitop", "descar-t-skin");

  private final Map<String, Protocol> byName = new TreeMap<>();

  /** That their questionnaires exist is a test of the build. */
  BuiltInProtocols() {
    this(new ProtocolJson(Optional::of));
  }

  BuiltInProtocols(ProtocolJson reader) {
    for (String name : NAMES) {
      byName.put(name, read(reader, name));
    }
  }

  Optional<Protocol> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  private static Protocol read(ProtocolJson reader, String name) {
    List<Violation> violations = new ArrayList<>();
    return reader
        .read(name, file(name), violations)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "The built-in protocol %s is not good: %s".formatted(name, violations)));
  }

  private static JsonNode file(String name) {
    try (InputStream file =
        Objects.requireNonNull(
            BuiltInProtocols.class.getResourceAsStream("/protocols/%s.json".formatted(name)))) {
      return JsonMapper.shared().readTree(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
