package org.procart.local.launch;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.procart.local.command.CommandException;
import org.procart.local.part.Part;
import org.procart.local.part.Ports;
import org.procart.local.process.ChildProcess;
import org.procart.local.process.JavaCommand;
import org.procart.local.process.Wait;

/** Starts parts, waits until they do their work, and stops what was started. */
final class Platform {

  private static final Duration START_PATIENCE = Duration.ofMinutes(2);
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(25);

  private final Path data;
  private final int portOffset;
  private final Path instruments;
  private final RunFile runFile;
  private final PartCommands commands;
  private final Readiness readiness;
  private boolean stopping;

  Platform(Path repository, Path data, int portOffset, Path instruments) {
    this.data = data;
    this.portOffset = portOffset;
    this.instruments = instruments;
    this.runFile = new RunFile(data);
    Ports ports = Ports.offset(portOffset);
    this.commands = new PartCommands(repository, data, ports, instruments);
    this.readiness = new Readiness(ports);
  }

  /** Starts the part and returns when it does its work; says how long that took. */
  Duration start(Part part) throws IOException, InterruptedException, CommandException {
    long begun = System.nanoTime();
    ChildProcess child = launch(part);
    boolean ready =
        Wait.until(START_PATIENCE, () -> !child.alive() || readiness.of(part)) && child.alive();
    if (!ready) {
      throw new CommandException(CommandException.OTHER, explain(part, child.alive()));
    }
    return Duration.ofNanos(System.nanoTime() - begun);
  }

  /** Starts one part of a running platform; leaves nothing half started. */
  Duration restart(Part part) throws IOException, InterruptedException, CommandException {
    try {
      return start(part);
    } catch (CommandException e) {
      stop(List.of(part));
      throw e;
    }
  }

  /** Does what can be done before the part is to start. */
  void prepare(Part part) throws IOException {
    var _ = commands.of(part);
  }

  private ChildProcess launch(Part part) throws IOException, CommandException {
    JavaCommand command = commands.of(part);
    return launch(part, command);
  }

  /** Not started any more once stopping began: nothing may be left behind. */
  private synchronized ChildProcess launch(Part part, JavaCommand command)
      throws IOException, CommandException {
    if (stopping) {
      throw new CommandException(CommandException.OTHER, "The platform is being stopped.");
    }
    ChildProcess child = command.start(data.resolve(part.label()), log(part));
    runFile.started(portOffset, instruments, part, child);
    return child;
  }

  Path log(Part part) {
    return data.resolve("logs").resolve(part.label() + ".log");
  }

  Map<Part, ChildProcess> running() throws IOException {
    Map<String, ChildProcess> parts = runFile.read().parts();
    Map<Part, ChildProcess> running = new EnumMap<>(Part.class);
    parts.forEach(
        (label, child) ->
            Part.named(label)
                .filter(_ -> child.alive())
                .ifPresent(part -> running.put(part, child)));
    return running;
  }

  /** True once this command stops the platform itself. */
  synchronized boolean stoppingHere() {
    return stopping;
  }

  /** True once another command stops the platform: then what ends is no news. */
  boolean stoppedElsewhere() throws IOException {
    RunFile.Run run = runFile.read();
    return run.stopping() || run.parts().isEmpty();
  }

  /** Services first, then the registry, then what they stood on. Returns how many were stopped. */
  int stopAll() throws IOException, InterruptedException {
    synchronized (this) {
      stopping = true;
    }
    runFile.stopping();
    Map<Part, ChildProcess> running = running();
    for (List<Part> together : stopOrder()) {
      stop(together.stream().filter(running::containsKey).toList());
    }
    runFile.clear();
    return running.size();
  }

  void stop(List<Part> parts) throws IOException, InterruptedException {
    Map<Part, ChildProcess> running = running();
    List<Part> alive = parts.stream().filter(running::containsKey).toList();
    for (Part part : alive) {
      child(running, part).terminate();
    }
    long deadline = System.nanoTime() + STOP_PATIENCE.toNanos();
    for (Part part : alive) {
      Duration left = Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
      ChildProcess child = child(running, part);
      if (!child.awaitEnd(left)) {
        child.kill();
        child.awaitEnd(STOP_PATIENCE);
      }
      runFile.stopped(part);
    }
  }

  private static ChildProcess child(Map<Part, ChildProcess> running, Part part) {
    ChildProcess child = running.get(part);
    if (child == null) {
      throw new IllegalStateException(part + " does not run");
    }
    return child;
  }

  private static List<List<Part>> stopOrder() {
    List<Part> services = new ArrayList<>();
    List<Part> ground = new ArrayList<>();
    for (Part part : Part.values()) {
      if (part.isService()) {
        services.add(part);
      } else if (part != Part.SCHEMA_REGISTRY) {
        ground.add(part);
      }
    }
    return List.of(services, List.of(Part.SCHEMA_REGISTRY), ground);
  }

  private String explain(Part part, boolean alive) {
    String what =
        alive
            ? " did not become ready within " + START_PATIENCE.toSeconds() + " s"
            : " stopped while starting";
    return part.label() + what + ": see " + log(part) + LogTail.of(log(part));
  }
}
