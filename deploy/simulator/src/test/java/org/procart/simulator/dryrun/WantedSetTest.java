package org.procart.simulator.dryrun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.procart.local.command.CommandException;

class WantedSetTest {

  @TempDir Path folder;

  @Test
  void aFileSaysWhichVersionItIs() throws IOException, CommandException {
    WantedSet set = of("id: ours\nversion: 2.0.0\nsite: site-a\n", "");

    assertThat(set.id()).isEqualTo("ours");
    assertThat(set.version()).isEqualTo("2.0.0");
    assertThat(set.siteOfFile()).contains("site-a");
    assertThat(set.text()).contains("version: 2.0.0");
  }

  @Test
  void anythingElseIsTheIdOfASet() throws IOException, CommandException {
    WantedSet set = WantedSet.of(options("--rule-set default --version 1.2.0"));

    assertThat(set.id()).isEqualTo("default");
    assertThat(set.text()).isNull();
  }

  @Test
  void anIdNeedsAVersion() {
    assertThatThrownBy(() -> WantedSet.of(options("--rule-set default")))
        .isInstanceOf(CommandException.class)
        .hasMessageContaining("--version");
  }

  @ParameterizedTest
  @ValueSource(strings = {"id: ours\n", "just words", "id: [", "id: ours\nversion: 1.0.0\n"})
  void aFileThatIsNoSetOrAnotherVersionIsRefused(String text) {
    assertThatThrownBy(() -> of(text, " --version 2.0.0")).isInstanceOf(CommandException.class);
  }

  private WantedSet of(String text, String more) throws IOException, CommandException {
    Path file = Files.writeString(folder.resolve("set.yml"), text);
    return WantedSet.of(options("--rule-set " + file + more));
  }

  private static DryRunOptions options(String arguments) throws CommandException {
    return DryRunOptions.parse(arguments.split(" "));
  }
}
