package org.procart.local.broker;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kafka.Kafka;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.Feature;

/** One KRaft broker and controller in this process: {@code BrokerMain DIR PORT CONTROLLER_PORT}. */
public final class BrokerMain {

  private BrokerMain() {}

  public static void main(String[] args) throws Exception {
    Path directory = Path.of(args[0]).toAbsolutePath();
    int port = Integer.parseInt(args[1]);
    int controllerPort = Integer.parseInt(args[2]);
    Files.createDirectories(directory);
    Path log = directory.resolve("log");
    if (!Files.exists(log.resolve("meta.properties"))) {
      format(log);
    }
    Path settings = directory.resolve("server.properties");
    Files.write(settings, BrokerSettings.of(log, port, controllerPort));
    Kafka.main(new String[] {settings.toString()});
  }

  private static void format(Path log) throws Exception {
    Files.createDirectories(log);
    new Formatter()
        .setClusterId(Uuid.randomUuid().toString())
        .setNodeId(BrokerSettings.NODE)
        .setSupportedFeatures(List.of(Feature.PRODUCTION_FEATURES.toArray(Feature[]::new)))
        .setControllerListenerName(BrokerSettings.CONTROLLER)
        .addDirectory(log.toString())
        .setMetadataLogDirectory(log.toString())
        .setIgnoreFormatted(true)
        .run();
  }
}
