package org.procart.local.broker;

import java.nio.file.Path;
import java.util.List;

/** A single node that keeps what it was given: small buffers, real retention. */
final class BrokerSettings {

  static final int NODE = 1;
  static final String CONTROLLER = "CONTROLLER";

  private BrokerSettings() {}

  static List<String> of(Path log, int port, int controllerPort) {
    return List.of(
        "process.roles=broker,controller",
        "node.id=" + NODE,
        "controller.quorum.voters=" + NODE + "@127.0.0.1:" + controllerPort,
        "controller.listener.names=" + CONTROLLER,
        "listeners=PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort,
        "advertised.listeners=PLAINTEXT://127.0.0.1:" + port,
        "log.dirs=" + log.toString().replace("\\", "/"),
        "auto.create.topics.enable=false",
        "default.replication.factor=1",
        "min.insync.replicas=1",
        "offsets.topic.replication.factor=1",
        "offsets.topic.num.partitions=4",
        // 400 days: a group that was away for a year still knows where it stood.
        "offsets.retention.minutes=576000",
        "transaction.state.log.replication.factor=1",
        "transaction.state.log.min.isr=1",
        "transaction.state.log.num.partitions=2",
        "share.coordinator.state.topic.replication.factor=1",
        "share.coordinator.state.topic.min.isr=1",
        "share.coordinator.state.topic.num.partitions=2",
        "group.initial.rebalance.delay.ms=0",
        "num.network.threads=2",
        "num.io.threads=4",
        "log.cleaner.dedupe.buffer.size=4194304",
        "log.cleaner.io.buffer.size=262144",
        "log.index.size.max.bytes=1048576");
  }
}
