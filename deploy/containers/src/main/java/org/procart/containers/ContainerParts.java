package org.procart.containers;

import com.github.dockerjava.api.DockerClient;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.procart.local.LocalParts;
import org.procart.local.TestParts;
import org.procart.local.broker.TopicCatalogue;
import org.procart.local.broker.Topics;
import org.procart.local.issuer.TokenClient;
import org.procart.local.part.Part;
import org.procart.local.part.Port;
import org.procart.local.part.Ports;
import org.procart.local.process.Wait;
import org.procart.local.registry.SchemaRegistration;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.lifecycle.Startables;
import org.testcontainers.mongodb.MongoDBContainer;

/** Broker, registry and store in Docker; issuer, phones and mailboxes stay in this process. */
final class ContainerParts implements TestParts {

  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final int PARTITIONS = 2;
  private static final int BROKER_PORT = 9092;
  private static final int REGISTRY_PORT = 8080;
  private static final String REGISTRY_API = "/apis/ccompat/v7";

  private final KafkaContainer broker = new KafkaContainer("apache/kafka:4.2.1");

  /** Not Confluent's: Apicurio's serialisers speak Apicurio's own API too (ADR 3). */
  private final GenericContainer<?> registry =
      new GenericContainer<>("apicurio/apicurio-registry:3.3.3")
          .withExposedPorts(REGISTRY_PORT)
          .waitingFor(
              org.testcontainers.containers.wait.strategy.Wait.forHttp(REGISTRY_API + "/subjects")
                  .forPort(REGISTRY_PORT));

  private final MongoDBContainer store = new MongoDBContainer("mongo:7.0").withReplicaSet();

  private final Map<Part, GenericContainer<?>> containers =
      Map.of(Part.KAFKA, broker, Part.SCHEMA_REGISTRY, registry, Part.MONGO, store);

  private final LocalParts inProcess;

  private ContainerParts(LocalParts inProcess) {
    this.inProcess = inProcess;
    // Docker gives a container that is started again another port unless it was chosen.
    broker.setPortBindings(List.of(Ports.free().of(Port.KAFKA) + ":" + BROKER_PORT));
  }

  static ContainerParts start(Path directory, Set<Part> parts)
      throws IOException, InterruptedException {
    EnumSet<Part> others = EnumSet.copyOf(parts);
    others.removeAll(EnumSet.of(Part.KAFKA, Part.SCHEMA_REGISTRY, Part.MONGO));
    ContainerParts started = new ContainerParts(LocalParts.start(directory, others));
    try {
      started.startContainers(parts);
      return started;
    } catch (IOException | InterruptedException | RuntimeException e) {
      started.close();
      throw e;
    }
  }

  private void startContainers(Set<Part> parts) throws IOException, InterruptedException {
    Startables.deepStart(parts.stream().filter(containers::containsKey).map(containers::get))
        .join();
    if (parts.contains(Part.KAFKA)) {
      createTopics();
    }
    if (parts.contains(Part.SCHEMA_REGISTRY)) {
      new SchemaRegistration(schemaRegistryUrl()).register(TopicCatalogue.load());
    }
  }

  private void createTopics() throws InterruptedException {
    try {
      new Topics(bootstrapServers(), PARTITIONS).create(TopicCatalogue.load());
    } catch (ExecutionException e) {
      throw new IllegalStateException("the topics could not be made", e);
    }
  }

  @Override
  public String bootstrapServers() {
    return broker.getBootstrapServers();
  }

  @Override
  public String schemaRegistryUrl() {
    return "http://"
        + registry.getHost()
        + ":"
        + registry.getMappedPort(REGISTRY_PORT)
        + REGISTRY_API;
  }

  @Override
  public String mongoUri(String database) {
    return store.getReplicaSetUrl(database);
  }

  @Override
  public String issuerUrl() {
    return inProcess.issuerUrl();
  }

  @Override
  public TokenClient tokens() {
    return inProcess.tokens();
  }

  @Override
  public void killBroker() throws InterruptedException {
    docker().killContainerCmd(broker.getContainerId()).exec();
    if (!Wait.until(PATIENCE, () -> !broker.isRunning())) {
      throw new IllegalStateException("the broker's container does not stop");
    }
  }

  /** The same container, so that its data are there; making topics waits until it answers. */
  @Override
  public void startBroker() throws InterruptedException {
    docker().startContainerCmd(broker.getContainerId()).exec();
    createTopics();
  }

  private DockerClient docker() {
    return broker.getDockerClient();
  }

  @Override
  public void close() {
    containers.values().forEach(GenericContainer::stop);
    inProcess.close();
  }
}
