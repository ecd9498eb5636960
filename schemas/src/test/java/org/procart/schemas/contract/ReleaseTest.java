package org.procart.schemas.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaFormatter;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReleaseTest {

  private static final Path FOLDER = Path.of("src/released");

  static Stream<Schema> contracts() {
    return ContractRulesTest.contracts();
  }

  @BeforeAll
  static void releaseWhereAsked() throws IOException {
    if (Boolean.getBoolean("procart.schemas.release")) {
      for (Schema contract : contracts().toList()) {
        if (!isReleased(contract)) {
          release(contract);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("contracts")
  void everyReleaseIsReadableBothWaysAndMeansTheSame(Schema contract) throws IOException {
    for (Path file : files(contract)) {
      assertThat(Evolution.violations(schema(file), contract)).as(file.toString()).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("contracts")
  void theNewestReleaseIsWhatWeWrite(Schema contract) throws IOException {
    assertThat(isReleased(contract))
        .as(
            "%s differs from its newest release: run mvn -pl schemas test"
                + " -Dprocart.schemas.release=true and commit the new file",
            contract.getName())
        .isTrue();
  }

  @Test
  void theIndexNamesEveryFile() throws IOException {
    assertThat(FOLDER.resolve("index.txt")).content().isEqualTo(index());
  }

  private static String index() throws IOException {
    return allFiles()
        .map(file -> FOLDER.relativize(file).toString().replace('\\', '/') + "\n")
        .collect(Collectors.joining());
  }

  private static boolean isReleased(Schema contract) throws IOException {
    List<Path> files = files(contract);
    return !files.isEmpty() && schema(files.getLast()).toString().equals(contract.toString());
  }

  private static void release(Schema contract) throws IOException {
    Path file =
        FOLDER.resolve("%s/v%d.avsc".formatted(contract.getName(), files(contract).size() + 1));
    Files.createDirectories(file.getParent());
    Files.writeString(file, SchemaFormatter.format("json/pretty", contract) + "\n");
    Files.writeString(FOLDER.resolve("index.txt"), index());
  }

  private static List<Path> files(Schema contract) throws IOException {
    return allFiles()
        .filter(file -> file.getParent().endsWith(contract.getName()))
        .sorted(Comparator.comparingInt(ReleaseTest::number))
        .toList();
  }

  private static int number(Path file) {
    return Integer.parseInt(file.getFileName().toString().replaceAll("\\D", ""));
  }

  private static Stream<Path> allFiles() throws IOException {
    try (Stream<Path> files = Files.walk(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(".avsc")).sorted().toList().stream();
    }
  }

  private static Schema schema(Path file) throws IOException {
    return new Schema.Parser().parse(Files.readString(file));
  }
}
