package org.procart.local.launch;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.procart.local.command.CommandException;
import org.procart.local.part.Part;
import org.procart.local.part.Port;
import org.procart.local.part.Ports;

/** What must hold before anything is started; each fault is one sentence that names the cure. */
final class Conditions {

  private final UpOptions options;
  private final Ports ports;
  private final Platform platform;

  Conditions(UpOptions options, Ports ports, Platform platform) {
    this.options = options;
    this.ports = ports;
    this.platform = platform;
  }

  /** For a platform that is to be started; empties and marks its folder. */
  void check(DataDirectory directory) throws IOException, CommandException {
    if (!platform.running().isEmpty()) {
      throw new CommandException(
          CommandException.MACHINE,
          "The platform of "
              + options.data()
              + " runs already: stop it with deploy/down, or start another with --data and"
              + " --port-offset.");
    }
    if (options.fresh()) {
      directory.empty();
    }
    directory.mark();
    directory.needRoom();
    needPorts(options.parts());
  }

  /** For one part of a platform that runs. */
  void checkAgain(Part part, DataDirectory directory)
      throws IOException, InterruptedException, CommandException {
    if (!directory.ours() || platform.running().isEmpty()) {
      throw new CommandException(
          CommandException.OTHER,
          "Nothing of " + options.data() + " runs: start the platform with deploy/up.");
    }
    platform.stop(List.of(part));
    needPorts(Set.of(part));
  }

  private void needPorts(Set<Part> parts) throws CommandException {
    List<Port> taken =
        Arrays.stream(Port.values())
            .filter(port -> parts.contains(port.part()))
            .filter(ports::taken)
            .toList();
    if (!taken.isEmpty()) {
      throw new CommandException(
          CommandException.MACHINE,
          (taken.size() == 1 ? "Port " + list(taken) + " is" : "Ports " + list(taken) + " are")
              + " taken by another program: stop that program, or choose other ports with"
              + " --port-offset 20000.");
    }
  }

  private String list(List<Port> taken) {
    return taken.stream()
        .map(port -> ports.of(port) + " (" + port.part().label() + ")")
        .collect(Collectors.joining(", "));
  }
}
