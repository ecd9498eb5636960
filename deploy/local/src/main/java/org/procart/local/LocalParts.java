package org.procart.local;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.procart.local.broker.TopicCatalogue;
import org.procart.local.broker.Topics;
import org.procart.local.captured.Captured;
import org.procart.local.issuer.IssuerServer;
import org.procart.local.issuer.TokenClient;
import org.procart.local.launch.PartCommands;
import org.procart.local.launch.Readiness;
import org.procart.local.mongo.LocalStore;
import org.procart.local.part.Part;
import org.procart.local.part.Port;
import org.procart.local.part.Ports;
import org.procart.local.process.ChildProcess;
import org.procart.local.process.Wait;
import org.procart.local.registry.SchemaRegistration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Real parts for tests, on free ports: broker and registry as processes of their own (with every
 * topic and schema of the catalogue), store, issuer, phones and mailboxes in this process.
 */
public final class LocalParts implements TestParts {

  private static final Logger LOG = LoggerFactory.getLogger(LocalParts.class);
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Captured.Slowness SLOW =
      new Captured.Slowness(Duration.ofSeconds(5), Duration.ofSeconds(30));
  private static final int PARTITIONS = 2;

  private final Path directory;
  private final Ports ports = Ports.free();
  private final Deque<AutoCloseable> open = new ArrayDeque<>();
  private final Map<Part, ChildProcess> children = new EnumMap<>(Part.class);

  private LocalParts(Path directory) {
    this.directory = directory;
  }

  /** Starts these parts with their data in this folder; services are not for here. */
  public static LocalParts start(Path directory, Set<Part> parts)
      throws IOException, InterruptedException {
    LocalParts local = new LocalParts(directory);
    // A test that is killed by Ctrl-C leaves nothing behind.
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(local::killChildren));
    try {
      for (Part part : parts.stream().sorted().toList()) {
        local.start(part);
      }
      return local;
    } catch (IOException | InterruptedException | RuntimeException e) {
      local.close();
      throw e;
    }
  }

  public Ports ports() {
    return ports;
  }

  @Override
  public String bootstrapServers() {
    return ports.address(Port.KAFKA);
  }

  @Override
  public String schemaRegistryUrl() {
    return ports.http(Port.SCHEMA_REGISTRY) + "/apis/ccompat/v7";
  }

  @Override
  public String mongoUri(String database) {
    return "mongodb://" + ports.address(Port.MONGO) + "/" + database;
  }

  @Override
  public String issuerUrl() {
    return ports.http(Port.ISSUER);
  }

  public String capturedUrl() {
    return ports.http(Port.CAPTURED);
  }

  @Override
  public TokenClient tokens() {
    return new TokenClient(issuerUrl(), directory.resolve(Part.ISSUER.label()));
  }

  /** The process of the broker or the registry, for tests that kill it. */
  public ChildProcess process(Part part) {
    ChildProcess child = children.get(part);
    if (child == null) {
      throw new IllegalArgumentException(part + " is no process of its own here");
    }
    return child;
  }

  @Override
  public void killBroker() {
    process(Part.KAFKA).kill();
  }

  @Override
  public void startBroker() throws IOException, InterruptedException {
    start(Part.KAFKA);
  }

  /** Starts a part (again, after it was killed); its data are still there. */
  public void start(Part part) throws IOException, InterruptedException {
    Path own = directory.resolve(part.label());
    switch (part) {
      case KAFKA -> {
        launch(part);
        topics();
      }
      case SCHEMA_REGISTRY -> {
        launch(part);
        new SchemaRegistration(schemaRegistryUrl()).register(TopicCatalogue.load());
      }
      case MONGO ->
          open.push(
              LocalStore.start(
                  own,
                  ports.of(Port.MONGO),
                  () -> LOG.atError().log("the store of this test is broken")));
      case ISSUER -> open.push(IssuerServer.start(own, ports.of(Port.ISSUER), Clock.systemUTC()));
      case CAPTURED -> open.push(Captured.start(own, listening(), SLOW, Clock.systemUTC()));
      case INTAKE, SCORING, ALERTING, NOTIFICATION ->
          throw new IllegalArgumentException(part + " is a service, started by its own tests");
    }
  }

  private Captured.Listening listening() {
    return new Captured.Listening(
        ports.of(Port.CAPTURED), ports.of(Port.SMTP), ports.of(Port.SMPP), ports.of(Port.SMPP_TWO));
  }

  private void launch(Part part) throws IOException, InterruptedException {
    Path log = directory.resolve("logs").resolve(part.label() + ".log");
    ChildProcess child =
        new PartCommands(directory, directory, ports, directory.resolve("instruments"))
            .of(part)
            .start(directory.resolve(part.label()), log);
    children.put(part, child);
    Readiness readiness = new Readiness(ports);
    if (!Wait.until(PATIENCE, () -> !child.alive() || readiness.of(part)) || !child.alive()) {
      throw new IllegalStateException(part.label() + " did not start: see " + log);
    }
  }

  private void topics() throws InterruptedException {
    try {
      new Topics(bootstrapServers(), PARTITIONS).create(TopicCatalogue.load());
    } catch (ExecutionException e) {
      throw new IllegalStateException("the topics could not be made", e);
    }
  }

  private void killChildren() {
    children.values().forEach(ChildProcess::kill);
  }

  @Override
  public void close() {
    killChildren();
    while (!open.isEmpty()) {
      try {
        open.pop().close();
      } catch (Exception e) {
        throw new IllegalStateException("a part could not be closed", e);
      }
    }
  }
}
