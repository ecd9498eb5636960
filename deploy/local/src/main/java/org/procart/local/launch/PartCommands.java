package org.procart.local.launch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.procart.local.broker.BrokerMain;
import org.procart.local.captured.CapturedMain;
import org.procart.local.issuer.IssuerMain;
import org.procart.local.mongo.StoreMain;
import org.procart.local.part.Part;
import org.procart.local.part.Port;
import org.procart.local.part.Ports;
import org.procart.local.process.JavaCommand;
import org.procart.local.registry.RegistryCommand;

/** How each part is started; its data lie in a folder of its own name. */
public final class PartCommands {

  private final Path repository;
  private final Path data;
  private final Ports ports;
  private final Path instruments;

  /**
   * @param instruments folder of the site's own instruments; need not exist
   */
  public PartCommands(Path repository, Path data, Ports ports, Path instruments) {
    this.repository = repository;
    this.data = data;
    this.ports = ports;
    this.instruments = instruments;
  }

  public JavaCommand of(Part part) throws IOException {
    return switch (part) {
      case KAFKA ->
          JavaCommand.ofClass(
              BrokerMain.class,
              copies(),
              heap(320),
              folder(part),
              at(Port.KAFKA),
              at(Port.KAFKA_CONTROLLER));
      case SCHEMA_REGISTRY -> RegistryCommand.of(data.resolve(part.label()), ports);
      case MONGO ->
          JavaCommand.ofClass(StoreMain.class, copies(), heap(192), folder(part), at(Port.MONGO));
      case ISSUER ->
          JavaCommand.ofClass(IssuerMain.class, copies(), heap(32), folder(part), at(Port.ISSUER));
      case CAPTURED ->
          JavaCommand.ofClass(
              CapturedMain.class,
              copies(),
              heap(64),
              folder(part),
              at(Port.CAPTURED),
              at(Port.SMTP),
              at(Port.SMPP),
              at(Port.SMPP_TWO));
      case INTAKE, SCORING, ALERTING, NOTIFICATION ->
          new ServiceCommand(repository, copies(), ports, instruments).of(part);
    };
  }

  private Path copies() {
    return data.resolve("bin");
  }

  private String folder(Part part) {
    return data.resolve(part.label()).toString();
  }

  private String at(Port port) {
    return Integer.toString(ports.of(port));
  }

  /** The parts are small and short of start-up time rather than of speed. */
  private static List<String> heap(int megabytes) {
    return List.of("-Xmx" + megabytes + "m", "-XX:TieredStopAtLevel=1");
  }
}
