package org.procart.local.launch;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.procart.local.demo.Demo;
import org.procart.local.demo.DemoAddresses;
import org.procart.local.demo.Story;
import org.procart.local.part.Part;
import org.procart.local.part.Port;
import org.procart.local.part.Ports;
import org.procart.local.process.ChildProcess;
import org.procart.local.process.MissingPartException;

/** deploy/up. */
public final class Up {

  private final UpOptions options;
  private final Screen screen;
  private final Ports ports;
  private final Platform platform;

  private Up(Path repository, UpOptions options, int portOffset, Screen screen) {
    this.options = options;
    this.screen = screen;
    this.ports = Ports.offset(portOffset);
    this.platform = new Platform(repository, options.data(), portOffset);
  }

  public static void main(String[] arguments) {
    Screen screen = new Screen();
    System.exit(run(arguments, screen));
  }

  private static int run(String[] arguments, Screen screen) {
    if (Arrays.asList(arguments).contains("--help")) {
      screen.line(UpOptions.HELP.stripTrailing());
      return 0;
    }
    try {
      Path repository = Repository.root();
      UpOptions options = UpOptions.parse(arguments, Repository.defaultData());
      int offset =
          options.restart().isPresent()
              ? new RunFile(options.data()).read().portOffset()
              : options.portOffset();
      return new Up(repository, options, offset, screen).run();
    } catch (StartException e) {
      screen.complain(String.valueOf(e.getMessage()));
      return e.exitCode();
    } catch (MissingPartException e) {
      screen.complain(String.valueOf(e.getMessage()));
      return StartException.MACHINE;
    } catch (IOException e) {
      screen.complain("It did not work: " + e.getMessage());
      return StartException.OTHER;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return StartException.OTHER;
    }
  }

  private int run() throws IOException, InterruptedException, StartException {
    if (options.restart().isPresent()) {
      return restart(options.restart().get());
    }
    Thread stopper = Thread.ofPlatform().unstarted(this::stopForSignal);
    try (DataDirectory directory = DataDirectory.open(options.data())) {
      prepare(directory);
      Runtime.getRuntime().addShutdownHook(stopper);
      startOrStop(stopper);
    }
    boolean shown = !options.demo() || told();
    if (options.once()) {
      platform.stopAll();
      withdraw(stopper);
      return shown ? 0 : StartException.OTHER;
    }
    if (options.detach()) {
      withdraw(stopper);
      return 0;
    }
    new Watch(platform, screen).untilStopped();
    withdraw(stopper);
    return 0;
  }

  private void prepare(DataDirectory directory) throws IOException, StartException {
    Set<Part> running = platform.running().keySet();
    if (!running.isEmpty()) {
      throw new StartException(
          StartException.MACHINE,
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

  private void needPorts(Set<Part> parts) throws StartException {
    List<Port> taken =
        Arrays.stream(Port.values())
            .filter(port -> parts.contains(port.part()))
            .filter(ports::taken)
            .toList();
    if (!taken.isEmpty()) {
      String list =
          taken.stream()
              .map(port -> ports.of(port) + " (" + port.part().label() + ")")
              .collect(Collectors.joining(", "));
      throw new StartException(
          StartException.MACHINE,
          (taken.size() == 1 ? "Port " + list + " is" : "Ports " + list + " are")
              + " taken by another program: stop that program, or choose other ports with"
              + " --port-offset 20000.");
    }
  }

  /** Nothing is left running when something did not start. */
  private void startOrStop(Thread stopper)
      throws IOException, InterruptedException, StartException {
    try {
      start();
    } catch (StartException | IOException | RuntimeException e) {
      platform.stopAll();
      withdraw(stopper);
      throw e;
    }
  }

  private void start() throws IOException, InterruptedException, StartException {
    long begun = System.nanoTime();
    screen.line("Starting " + options.parts().size() + " parts, data in " + options.data());
    new Startup(platform, ports, screen).run(options.parts());
    new Bootstrap(options.data(), ports, screen).run(options.parts());
    long seconds = Math.round((System.nanoTime() - begun) / 1e9);
    screen.line("");
    screen.line("READY after " + seconds + " s");
    screen.line(new ReadyTable(ports, options.data()).of(options.parts()));
  }

  /** A demonstration that fails is told; the platform runs on unless it was only for that. */
  private boolean told() throws InterruptedException {
    try {
      return demonstrate();
    } catch (IOException | StartException e) {
      screen.complain("The demonstration stopped: " + e.getMessage());
      return false;
    }
  }

  private boolean demonstrate() throws IOException, InterruptedException, StartException {
    DemoAddresses addresses =
        new DemoAddresses(
            ports.http(Port.INTAKE),
            ports.http(Port.ALERTING),
            ports.http(Port.CAPTURED),
            ports.address(Port.KAFKA),
            Endpoints.registryApi(ports));
    Story story = new Story(screen::line);
    return new Demo(addresses, Bootstrap.tokens(options.data(), ports), story, Clock.systemUTC())
        .run();
  }

  private int restart(Part part) throws IOException, InterruptedException, StartException {
    try (DataDirectory directory = DataDirectory.open(options.data())) {
      if (!directory.ours() || platform.running().isEmpty()) {
        throw new StartException(
            StartException.OTHER,
            "Nothing of " + options.data() + " runs: start the platform with deploy/up.");
      }
      Map<Part, ChildProcess> running = platform.running();
      if (running.containsKey(part)) {
        platform.stop(List.of(part));
      }
      needPorts(Set.of(part));
      try {
        screen.ready(part.label(), platform.start(part));
      } catch (StartException e) {
        platform.stop(List.of(part));
        throw e;
      }
    }
    return 0;
  }

  /** Runs as the process ends by a signal; the answer to Ctrl-C is a clean stop, and that is 0. */
  private void stopForSignal() {
    try {
      screen.line("");
      screen.line("Stopping…");
      platform.stopAll();
      screen.line("Stopped.");
      Runtime.getRuntime().halt(0);
    } catch (IOException | InterruptedException e) {
      screen.complain("Not everything could be stopped: " + e.getMessage());
      Runtime.getRuntime().halt(StartException.OTHER);
    }
  }

  private static void withdraw(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The hook is at work already and ends the process itself.
      Thread.onSpinWait();
    }
  }
}
