package org.procart.simulator.dryrun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.procart.local.command.CommandException;

class DryRunOptionsTest {

  @Test
  void everythingCanBeSaid() throws CommandException {
    DryRunOptions options =
        parse(
            "--rule-set default --version=1.2.0 --truth t.jsonl --site site-a --days 30"
                + " --episode-hours 48 --json --data /tmp/d");

    assertThat(options.ruleSet()).isEqualTo("default");
    assertThat(options.version()).contains("1.2.0");
    assertThat(options.truth()).hasToString("Optional[t.jsonl]");
    assertThat(options.site()).contains("site-a");
    assertThat(options.days()).contains(30);
    assertThat(options.episodeHours()).contains(48);
    assertThat(options.json()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--version 1.0.0",
        "--rule-set default --days 0",
        "--rule-set default --days 401",
        "--rule-set default --days many",
        "--rule-set default --rate 1"
      })
  void whatIsWrongIsToldByName(String arguments) {
    assertThatThrownBy(() -> parse(arguments))
        .isInstanceOfSatisfying(
            CommandException.class, told -> assertThat(told.exitCode()).isEqualTo(2))
        .hasMessageContaining("--");
  }

  private static DryRunOptions parse(String arguments) throws CommandException {
    return DryRunOptions.parse(arguments.split(" "));
  }
}
