package org.procart.local.launch;

import java.nio.file.Path;
import org.procart.local.part.Ports;

final class Demo {
  Demo(Path data, Ports ports, Screen screen) {}

  boolean run() {
    return false;
  }
}
