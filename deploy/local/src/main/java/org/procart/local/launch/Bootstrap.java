package org.procart.local.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.procart.local.command.Screen;
import org.procart.local.issuer.TokenClient;
import org.procart.local.part.Part;
import org.procart.local.part.Port;
import org.procart.local.part.Ports;
import org.procart.local.sites.FirstSites;

/** Fills an empty platform with its first sites; a platform that has them is left alone. */
final class Bootstrap {

  private static final String DONE = ".first-sites";
  private static final Set<Part> NEEDED =
      EnumSet.of(
          Part.KAFKA,
          Part.SCHEMA_REGISTRY,
          Part.MONGO,
          Part.ISSUER,
          Part.INTAKE,
          Part.NOTIFICATION);

  private final Path data;
  private final Ports ports;
  private final Screen screen;

  Bootstrap(Path data, Ports ports, Screen screen) {
    this.data = data;
    this.ports = ports;
    this.screen = screen;
  }

  void run(Set<Part> parts) throws IOException, InterruptedException {
    if (!parts.containsAll(NEEDED) || Files.exists(data.resolve(DONE))) {
      return;
    }
    long begun = System.nanoTime();
    new FirstSites(tokens(data, ports), ports.http(Port.INTAKE), ports.http(Port.NOTIFICATION))
        .make();
    Files.createFile(data.resolve(DONE));
    screen.ready(String.join(", ", FirstSites.IDS), Duration.ofNanos(System.nanoTime() - begun));
  }

  static TokenClient tokens(Path data, Ports ports) {
    return new TokenClient(ports.http(Port.ISSUER), data.resolve(Part.ISSUER.label()));
  }
}
