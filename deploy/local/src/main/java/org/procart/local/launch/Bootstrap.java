package org.procart.local.launch;

import java.nio.file.Path;
import java.util.Set;
import org.procart.local.part.Part;
import org.procart.local.part.Ports;

final class Bootstrap {
  Bootstrap(Path data, Ports ports, Screen screen) {}

  void run(Set<Part> parts) {}
}
