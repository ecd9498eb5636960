package org.procart.local.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.procart.local.part.Part;
import org.procart.local.part.Port;
import org.procart.local.part.Ports;
import org.procart.local.process.ChildProcess;
import org.procart.local.process.Http;
import org.procart.local.token.Token;

/** The commands as a person calls them, with the two parts that start fastest. */
class UpIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String PARTS = "issuer,captured";

  private record Outcome(int exitCode, String said) {}

  @TempDir private Path directory;
  private final int offset = freeOffset();
  private final Ports ports = Ports.offset(offset);

  @AfterEach
  void down() throws Exception {
    run(Down.class, "--data", data().toString());
  }

  @Test
  void upDetachedRunsUntilDownAndItsAddressesAreWrittenDown() throws Exception {
    // When
    Outcome up = up("--detach");

    // Then
    assertThat(up.exitCode()).as(up.said()).isZero();
    assertThat(up.said()).contains("READY");
    assertThat(Files.readString(data().resolve("endpoints.json")))
        .contains("\"issuer\"", ports.http(Port.ISSUER), "\"pid\"");
    assertThat(new Http().get(ports.http(Port.CAPTURED) + "/messages", Map.of()).body())
        .isEqualTo("[]");
    assertThat(run(Down.class, "--data", data().toString()).said()).contains("2 parts stopped");
    assertThat(ports.taken(Port.ISSUER)).isFalse();
  }

  @Test
  void aTakenPortIsOneSentenceAndNothingIsLeftRunning() throws Exception {
    // Given
    try (ServerSocket other = occupy(Port.SMPP)) {
      // When
      Outcome up = up("--detach");

      // Then
      assertThat(up.exitCode()).isEqualTo(2);
      assertThat(up.said().strip().lines()).hasSize(1);
      assertThat(up.said())
          .contains(Integer.toString(other.getLocalPort()), "captured", "--port-offset");
      assertThat(ports.taken(Port.ISSUER)).isFalse();
    }
  }

  @Test
  void aPartThatDiedIsStartedAgainAndSignsWithTheSameKey() throws Exception {
    // Given
    up("--detach");
    String keys = new Http().get(ports.http(Port.ISSUER) + "/jwks", Map.of()).body();
    ChildProcess issuer = process(Part.ISSUER);
    issuer.kill();
    issuer.awaitEnd(PATIENCE);

    // When
    Outcome restart = run(Up.class, "--restart", "issuer", "--data", data().toString());

    // Then
    assertThat(restart.exitCode()).as(restart.said()).isZero();
    assertThat(new Http().get(ports.http(Port.ISSUER) + "/jwks", Map.of()).body()).isEqualTo(keys);
    assertThat(process(Part.ISSUER)).isNotEqualTo(issuer);
    Outcome token = run(Token.class, "clinician", "--data", data().toString());
    assertThat(token.said().strip()).matches("[\\w-]+\\.[\\w-]+\\.[\\w-]+");
  }

  @Test
  void aSecondUpOnTheSameFolderLeavesTheFirstAlone() throws Exception {
    // Given
    up("--detach");

    // When
    Outcome second = up("--detach");

    // Then
    assertThat(second.exitCode()).isEqualTo(2);
    assertThat(second.said()).contains("runs already");
    assertThat(process(Part.ISSUER).alive()).isTrue();
  }

  @Test
  void inTheForegroundASignalStopsEveryChildAndThatIsACleanEnd() throws Exception {
    // Given
    Process up = start(Up.class, upArguments());
    Awaitility.await().atMost(PATIENCE).until(() -> Files.readString(output()).contains("READY"));
    ChildProcess captured = process(Part.CAPTURED);

    // When
    up.destroy();

    // Then
    assertThat(up.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(up.exitValue()).isZero();
    assertThat(captured.alive()).isFalse();
    assertThat(ports.taken(Port.ISSUER)).isFalse();
  }

  @Test
  void freshEmptiesOnlyAFolderOfItsOwn() throws Exception {
    // Given
    Files.createDirectories(data());
    Files.writeString(data().resolve("thesis.txt"), "years of work");

    // When
    Outcome up = up("--detach", "--fresh");

    // Then
    assertThat(up.exitCode()).isEqualTo(2);
    assertThat(data().resolve("thesis.txt")).exists();
  }

  private Outcome up(String... more) throws Exception {
    return run(
        Up.class, Stream.concat(Stream.of(upArguments()), Stream.of(more)).toArray(String[]::new));
  }

  private String[] upArguments() {
    return new String[] {
      "--data", data().toString(), "--port-offset", Integer.toString(offset), "--only", PARTS
    };
  }

  private Outcome run(Class<?> command, String... arguments) throws Exception {
    Process process = start(command, arguments);
    assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    return new Outcome(process.exitValue(), Files.readString(output()));
  }

  private Process start(Class<?> command, String... arguments) throws IOException {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(List.of("-cp", System.getProperty("java.class.path"), command.getName()));
    line.addAll(List.of(arguments));
    return new ProcessBuilder(line)
        .redirectErrorStream(true)
        .redirectOutput(output().toFile())
        .start();
  }

  private ChildProcess process(Part part) throws IOException {
    ChildProcess process = new RunFile(data()).read().parts().get(part.label());
    assertThat(process).isNotNull();
    return process;
  }

  private ServerSocket occupy(Port port) throws IOException {
    return new ServerSocket(ports.of(port), 1, InetAddress.ofLiteral("127.0.0.1"));
  }

  private Path data() {
    return directory.resolve("data");
  }

  private Path output() {
    return directory.resolve("output.txt");
  }

  /** Above the ports that the system itself gives out would be better; these are usually free. */
  private static int freeOffset() {
    for (int attempt = 0; attempt < 50; attempt++) {
      int offset = ThreadLocalRandom.current().nextInt(10_000, 22_000);
      Ports ports = Ports.offset(offset);
      if (Stream.of(Port.values()).noneMatch(ports::taken)) {
        return offset;
      }
    }
    throw new IllegalStateException("no free block of ports");
  }
}
