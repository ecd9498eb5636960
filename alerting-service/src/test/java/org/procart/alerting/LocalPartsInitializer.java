package org.procart.alerting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.procart.local.TestParts;
import org.procart.local.part.Part;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** One broker, registry, store and issuer for all integration tests of this JVM. */
public final class LocalPartsInitializer
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  private static final class Holder {
    static final TestParts PARTS = start();

    private static TestParts start() {
      try {
        Path directory =
            Files.createTempDirectory(Path.of("target").toAbsolutePath(), "local-parts");
        return TestParts.start(
            directory, Set.of(Part.KAFKA, Part.SCHEMA_REGISTRY, Part.MONGO, Part.ISSUER));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }

  public static TestParts parts() {
    return Holder.PARTS;
  }

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    TestParts parts = parts();
    Map<String, Object> properties =
        Map.of(
            "spring.kafka.bootstrap-servers", parts.bootstrapServers(),
            "spring.mongodb.uri", parts.mongoUri("alerting"),
            "procart.schema-registry.url", parts.schemaRegistryUrl(),
            "spring.security.oauth2.resourceserver.jwt.issuer-uri", parts.issuerUrl(),
            "spring.security.oauth2.resourceserver.jwt.jwk-set-uri", parts.issuerUrl() + "/jwks",
            "management.server.port", 0,
            "procart.alerting.silence.look-every", "PT24H");
    context
        .getEnvironment()
        .getPropertySources()
        .addFirst(new MapPropertySource("local-parts", properties));
  }
}
