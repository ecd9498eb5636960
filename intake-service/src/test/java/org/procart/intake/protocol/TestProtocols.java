package org.procart.intake.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.procart.chassis.problem.Violation;
import tools.jackson.databind.json.JsonMapper;

/** Protocols for tests of other features. */
public final class TestProtocols {

  private TestProtocols() {}

  public static Protocol builtIn(String name) {
    return new BuiltInProtocols().find(name).orElseThrow();
  }

  /** A protocol of one entry. */
  public static Protocol of(String entry) {
    List<Violation> violations = new ArrayList<>();
    return new ProtocolJson(Optional::of)
        .read(
            "test",
            new JsonMapper()
                .readTree(
                    "{\"version\":\"1\",\"title\":\"Test\",\"entries\":[%s]}".formatted(entry)),
            violations)
        .orElseThrow(() -> new IllegalArgumentException(violations.toString()));
  }
}
