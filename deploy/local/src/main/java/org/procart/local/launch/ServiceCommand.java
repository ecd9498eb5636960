package org.procart.local.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.procart.local.captured.Captured;
import org.procart.local.part.Part;
import org.procart.local.part.Port;
import org.procart.local.part.Ports;
import org.procart.local.process.JavaCommand;
import org.procart.local.process.MissingPartException;

/** How one of our services is started on this machine. */
final class ServiceCommand {

  private static final String JVM = "procart.local.service-jvm";
  private static final String HEAP = "-Xmx192m";

  private final Path repository;
  private final RunCopy copies;
  private final Ports ports;
  private final Path instruments;

  ServiceCommand(Path repository, Path copies, Ports ports, Path instruments) {
    this.repository = repository;
    this.copies = new RunCopy(copies);
    this.ports = ports;
    this.instruments = instruments;
  }

  JavaCommand of(Part part) throws IOException {
    String artifact = part.label() + "-service";
    Path jar = repository.resolve(artifact).resolve("target").resolve(artifact + ".jar");
    if (!Files.exists(jar)) {
      throw new MissingPartException(
          "There is no " + jar + ": build it with 'mvn -DskipTests package'.");
    }
    List<String> arguments = new ArrayList<>(common(part));
    switch (part) {
      case NOTIFICATION -> arguments.addAll(channels());
      case INTAKE, SCORING ->
          arguments.add("--procart.instruments.folder=" + Files.createDirectories(instruments));
      default -> {}
    }
    RunCopy.Unpacked unpacked = copies.of(jar);
    return JavaCommand.ofClass(unpacked.mainClass(), unpacked.classPath(), jvm(), arguments);
  }

  static Port http(Part part) {
    return Port.valueOf(part.name());
  }

  static Port management(Part part) {
    return Port.valueOf(part.name() + "_MANAGEMENT");
  }

  /** Measured on 2 cores: without the second compiler a service starts with half the work. */
  private static List<String> jvm() {
    String given = System.getProperty(JVM, "-XX:TieredStopAtLevel=1");
    return Stream.concat(Stream.of(HEAP, "-Xss512k"), Stream.of(given.split(" ")))
        .filter(option -> !option.isBlank())
        .toList();
  }

  private List<String> common(Part part) {
    String issuer = ports.http(Port.ISSUER);
    return List.of(
        "--server.address=127.0.0.1",
        "--server.port=" + ports.of(http(part)),
        "--management.server.address=127.0.0.1",
        "--management.server.port=" + ports.of(management(part)),
        "--spring.kafka.bootstrap-servers=" + ports.address(Port.KAFKA),
        "--spring.mongodb.uri=mongodb://" + ports.address(Port.MONGO) + "/" + part.label(),
        "--procart.schema-registry.url=" + Endpoints.registryApi(ports),
        "--spring.security.oauth2.resourceserver.jwt.issuer-uri=" + issuer,
        "--spring.security.oauth2.resourceserver.jwt.jwk-set-uri=" + issuer + "/jwks",
        "--spring.security.oauth2.resourceserver.jwt.audiences=procart");
  }

  private List<String> channels() {
    List<String> channels = new ArrayList<>(supplier(0, "one", Port.SMPP));
    channels.addAll(supplier(1, "two", Port.SMPP_TWO));
    channels.addAll(contacts());
    return channels;
  }

  private List<String> supplier(int place, String name, Port port) {
    String at = "--procart.notification.sms.suppliers[" + place + "].";
    return List.of(
        at + "name=" + name,
        at + "kind=smpp",
        at + "host=127.0.0.1",
        at + "port=" + ports.of(port),
        at + "system-id=" + Captured.SMPP_SYSTEM_ID,
        at + "password=" + Captured.SMPP_PASSWORD);
  }

  /** The numbers are Ofcom's, set aside for drama: nobody owns them. */
  private List<String> contacts() {
    return List.of(
        "--procart.notification.smtp.host=127.0.0.1",
        "--procart.notification.smtp.port=" + ports.of(Port.SMTP),
        "--procart.notification.public-url=" + ports.http(Port.NOTIFICATION),
        "--platform.desk.sms=+447700900900",
        "--platform.desk.email=platform-desk@procart.example",
        "--platform.operations.sms=+447700900999",
        "--platform.operations.email=operations@procart.example");
  }
}
