package org.procart.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ServiceLoader;
import java.util.Set;
import org.procart.local.issuer.TokenClient;
import org.procart.local.part.Part;

/**
 * Real parts for a service's tests: embedded on this machine, or in Docker when the Maven profile
 * {@code containers} asks for it. Never one in place of the other: what was asked for starts or the
 * test fails.
 */
public interface TestParts extends AutoCloseable {

  /** {@code embedded} (default) or {@code containers}. */
  String SETTING = "procart.parts";

  /** Starts these parts, with every topic and schema; services are not for here. */
  static TestParts start(Path directory, Set<Part> parts) throws IOException, InterruptedException {
    String where = System.getProperty(SETTING, "embedded");
    return switch (where) {
      case "embedded" -> LocalParts.start(directory, parts);
      case "containers" -> containers().start(directory, parts);
      default ->
          throw new IllegalArgumentException(
              SETTING + " is 'embedded' or 'containers', not '" + where + "'");
    };
  }

  private static Starter containers() {
    return ServiceLoader.load(Starter.class)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    SETTING + "=containers works with the Maven profile only: -Pcontainers"));
  }

  /** {@code host:port} of the broker; the same after it was killed and started again. */
  String bootstrapServers();

  /** The Confluent-compatible API of the registry. */
  String schemaRegistryUrl();

  String mongoUri(String database);

  String issuerUrl();

  TokenClient tokens();

  /** Without a warning to the broker, as a power cut of its machine would. */
  void killBroker() throws InterruptedException;

  /** Starts it again; its data are still there. */
  void startBroker() throws IOException, InterruptedException;

  @Override
  void close();

  /** Found on the class path, so that the launcher never carries a Docker client. */
  interface Starter {
    TestParts start(Path directory, Set<Part> parts) throws IOException, InterruptedException;
  }
}
