package org.procart.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.procart.local.command.CommandException;

class SimulateOptionsTest {

  @Test
  void whatIsNotSaidHasADefault() throws CommandException {
    SimulateOptions options = parse("--patients 20 --days 14");

    assertThat(options.patients()).isEqualTo(20);
    assertThat(options.days()).isEqualTo(14);
    assertThat(options.rate()).isEmpty();
    assertThat(options.seed()).isEqualTo(99);
    assertThat(options.startDay()).isEmpty();
    assertThat(options.sites()).containsExactly("site-a", "site-b");
    assertThat(options.data()).isAbsolute();
  }

  @Test
  void everythingCanBeSaid() throws CommandException {
    SimulateOptions options =
        parse(
            "--patients=5 --days 3 --rate 0.1 --seed 7 --start-day 2026-01-02 --site x --site y"
                + " --out /tmp/t.jsonl --data /tmp/d");

    assertThat(options.rate()).contains(0.1);
    assertThat(options.seed()).isEqualTo(7);
    assertThat(options.startDay()).hasToString("Optional[2026-01-02]");
    assertThat(options.sites()).containsExactly("x", "y");
    assertThat(options.out()).hasToString("Optional[/tmp/t.jsonl]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--days 14",
        "--patients 20",
        "--patients 0 --days 1",
        "--patients many --days 1",
        "--patients 1 --days 401",
        "--patients 1 --days 1 --rate 0",
        "--patients 1 --days 1 --rate fast",
        "--patients 1 --days 1 --rate Infinity",
        "--patients 1 --days 1 --seed -1",
        "--patients 1 --days 1 --start-day yesterday",
        "--patients 1 --days 1 --sneed 1"
      })
  void whatIsWrongIsToldByName(String arguments) {
    assertThatThrownBy(() -> parse(arguments))
        .isInstanceOfSatisfying(
            CommandException.class, told -> assertThat(told.exitCode()).isEqualTo(2))
        .hasMessageContaining("--");
  }

  private static SimulateOptions parse(String arguments) throws CommandException {
    return SimulateOptions.parse(arguments.split(" "), 99);
  }
}
