package org.procart.local.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.procart.local.command.CommandException;
import org.procart.local.part.Part;

class UpOptionsTest {

  private static final Path DEFAULT = Path.of("/repository/deploy/.data");

  @Test
  void withoutOptionsItIsTheWholePlatformInTheDefaultFolder() throws CommandException {
    UpOptions options = parse();

    assertThat(options.data()).isEqualTo(DEFAULT);
    assertThat(options.parts()).containsExactly(Part.values());
    assertThat(options.portOffset()).isZero();
    assertThat(options.restart()).isEmpty();
  }

  @Test
  void partsAreNamedAsInTheContractWithOrWithoutService() throws CommandException {
    assertThat(parse("--only", "kafka,schemaRegistry,intake-service").parts())
        .containsExactly(Part.KAFKA, Part.SCHEMA_REGISTRY, Part.INTAKE);
    assertThat(parse("--without=scoring").parts()).doesNotContain(Part.SCORING).hasSize(8);
    assertThat(parse("--restart", "smpp").restart()).contains(Part.CAPTURED);
  }

  @Test
  void aFolderOfInstrumentsMayLieAnywhere(@TempDir Path folder) throws CommandException {
    assertThat(parse("--instruments", folder.toString()).instruments()).contains(folder);
    assertThat(parse().instruments()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "--only,kafak",
    "--port-offset,many",
    "--nonsense,x",
    "--data,",
    "--instruments,/no/such/folder"
  })
  void whatIsNotUnderstoodIsSaidInOneSentenceWithExit2(String option, String value) {
    String[] arguments = value == null ? new String[] {option} : new String[] {option, value};

    assertThatThrownBy(() -> parse(arguments))
        .isInstanceOfSatisfying(
            CommandException.class, fault -> assertThat(fault.exitCode()).isEqualTo(2))
        .hasMessageContaining(value == null ? option : "");
  }

  private static UpOptions parse(String... arguments) throws CommandException {
    return UpOptions.parse(arguments, DEFAULT);
  }
}
