package org.procart.alerting.rule;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The set that every site has unless it has its own. */
public final class TestRules {

  private TestRules() {}

  public static RuleSet defaultSet() {
    try (Reader file =
        new InputStreamReader(
            Objects.requireNonNull(TestRules.class.getResourceAsStream("/rules/default.yml")),
            StandardCharsets.UTF_8)) {
      return RuleSetReader.read("default.yml", file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
