package org.procart.local.launch;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import org.procart.local.command.CommandException;
import org.procart.local.command.Repository;
import org.procart.local.command.Screen;
import org.procart.local.demo.Demo;
import org.procart.local.demo.DemoAddresses;
import org.procart.local.demo.Story;
import org.procart.local.part.Part;
import org.procart.local.part.Port;
import org.procart.local.part.Ports;
import org.procart.local.process.MissingPartException;

/** deploy/up. */
public final class Up {

  private final UpOptions options;
  private final Screen screen;
  private final Ports ports;
  private final Platform platform;

  private Up(Path repository, UpOptions options, int portOffset, Path instruments, Screen screen) {
    this.options = options;
    this.screen = screen;
    this.ports = Ports.offset(portOffset);
    this.platform = new Platform(repository, options.data(), portOffset, instruments);
  }

  public static void main(String[] arguments) {
    System.exit(run(arguments, new Screen()));
  }

  private static int run(String[] arguments, Screen screen) {
    if (Arrays.asList(arguments).contains("--help")) {
      screen.line(UpOptions.HELP.stripTrailing());
      return 0;
    }
    try {
      UpOptions options = UpOptions.parse(arguments, Repository.defaultData());
      Optional<Part> again = options.restart();
      Path own = options.data().resolve("instruments");
      RunFile.Run before = new RunFile(options.data()).read();
      int offset = again.isPresent() ? before.portOffset() : options.portOffset();
      Path instruments =
          options.instruments().orElse(again.isPresent() ? before.instrumentsOr(own) : own);
      Up up = new Up(Repository.root(), options, offset, instruments, screen);
      return again.isPresent() ? up.restart(again.get()) : up.run();
    } catch (CommandException e) {
      screen.complain(String.valueOf(e.getMessage()));
      return e.exitCode();
    } catch (MissingPartException e) {
      screen.complain(String.valueOf(e.getMessage()));
      return CommandException.MACHINE;
    } catch (IOException e) {
      screen.complain("It did not work: " + e.getMessage());
      return CommandException.OTHER;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return CommandException.OTHER;
    }
  }

  private int run() throws IOException, InterruptedException, CommandException {
    StopOnSignal stopper = new StopOnSignal(platform, screen);
    try (DataDirectory directory = DataDirectory.open(options.data())) {
      new Conditions(options, ports, platform).check(directory);
      stopper.watch();
      startOrStop(stopper);
    }
    boolean shown = !options.demo() || told();
    if (options.once()) {
      platform.stopAll();
    } else if (!options.detach()) {
      new Watch(platform, screen).untilStopped();
    }
    stopper.withdraw();
    return shown || !options.once() ? 0 : CommandException.OTHER;
  }

  /** Nothing is left running when something did not start. */
  private void startOrStop(StopOnSignal stopper)
      throws IOException, InterruptedException, CommandException {
    try {
      start();
    } catch (CommandException | IOException | RuntimeException e) {
      platform.stopAll();
      stopper.withdraw();
      throw e;
    }
  }

  private void start() throws IOException, InterruptedException, CommandException {
    long begun = System.nanoTime();
    screen.line("Starting, data in " + options.data());
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
    } catch (IOException | CommandException e) {
      screen.complain("The demonstration stopped: " + e.getMessage());
      return false;
    }
  }

  private boolean demonstrate() throws IOException, InterruptedException, CommandException {
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

  private int restart(Part part) throws IOException, InterruptedException, CommandException {
    try (DataDirectory directory = DataDirectory.open(options.data())) {
      new Conditions(options, ports, platform).checkAgain(part, directory);
      screen.ready(part.label(), platform.restart(part));
    }
    return 0;
  }
}
