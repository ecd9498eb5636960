package org.procart.local.registry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.procart.local.part.Port;
import org.procart.local.part.Ports;
import org.procart.local.process.JavaCommand;
import org.procart.local.process.MissingPartException;

/** Apicurio Registry as its own process; what it knows lies in a topic, so that ids survive. */
public final class RegistryCommand {

  private static final String HOME_SETTING = "procart.registry.home";

  private RegistryCommand() {}

  public static JavaCommand of(Path directory, Ports ports) throws IOException {
    Files.createDirectories(directory);
    List<String> jvm =
        List.of(
            "-Xmx224m",
            "-XX:TieredStopAtLevel=1",
            "-Dquarkus.http.host=127.0.0.1",
            "-Dquarkus.http.port=" + ports.of(Port.SCHEMA_REGISTRY),
            "-Dquarkus.management.host=127.0.0.1",
            "-Dquarkus.management.port=" + ports.of(Port.SCHEMA_REGISTRY_MANAGEMENT),
            "-Dquarkus.http.access-log.enabled=false",
            "-Dquarkus.log.category.\"org.apache.kafka\".level=WARN",
            "-Dapicurio.storage.kind=kafkasql",
            "-Dapicurio.kafkasql.bootstrap.servers=" + ports.address(Port.KAFKA),
            // It waits twice for this time at the end of an empty topic; 5 s by default.
            "-Dapicurio.kafkasql.consumer.poll.timeout=200",
            "-Dapicurio.kafkasql.snapshot.scheduled.enabled=false",
            "-Dapicurio.storage.snapshot.location=" + directory,
            "-Dapicurio.import.work-dir=" + directory,
            "-Dapicurio.datasource.jdbc.initial-size=2",
            "-Dapicurio.datasource.jdbc.min-size=2",
            "-Dapicurio.datasource.jdbc.max-size=10");
    return JavaCommand.ofJar(home().resolve("quarkus-run.jar"), jvm, List.of());
  }

  /** The unpacked registry: named by a setting, or in the build of this repository. */
  private static Path home() {
    String named = System.getProperty(HOME_SETTING);
    if (named != null) {
      return Path.of(named);
    }
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = parent(at)) {
      Path candidate = at.resolve("deploy/local/target/registry");
      if (Files.exists(candidate.resolve("quarkus-run.jar"))) {
        return candidate;
      }
    }
    throw new MissingPartException(
        "The schema registry is not unpacked yet: run 'mvn -pl deploy/local -am package'.");
  }

  private static @Nullable Path parent(Path path) {
    return path.getParent();
  }
}
