package org.procart.local.launch;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.procart.local.broker.TopicCatalogue;
import org.procart.local.broker.Topics;
import org.procart.local.command.CommandException;
import org.procart.local.command.Screen;
import org.procart.local.part.Part;
import org.procart.local.part.Port;
import org.procart.local.part.Ports;
import org.procart.local.registry.SchemaRegistration;

/** The order of starting: what others stand on first, topics and schemas before any service. */
final class Startup {

  private static final String PARTITIONS = "procart.local.partitions";
  private static final int DEFAULT_PARTITIONS = 6;

  private final Platform platform;
  private final Ports ports;
  private final Screen screen;
  private final TopicCatalogue catalogue = TopicCatalogue.load();

  Startup(Platform platform, Ports ports, Screen screen) {
    this.platform = platform;
    this.ports = ports;
    this.screen = screen;
  }

  void run(Set<Part> parts) throws IOException, InterruptedException, CommandException {
    together(
        List.of(
            () -> streams(parts),
            () -> start(parts, Part.MONGO),
            () -> start(parts, Part.ISSUER),
            () -> start(parts, Part.CAPTURED),
            () -> prepareServices(parts)));
    List<Callable<Boolean>> services = new ArrayList<>();
    for (Part part : parts) {
      if (part.isService()) {
        services.add(() -> start(parts, part));
      }
    }
    together(services);
  }

  private boolean prepareServices(Set<Part> parts) throws IOException {
    for (Part part : parts) {
      if (part.isService()) {
        platform.prepare(part);
      }
    }
    return true;
  }

  private boolean streams(Set<Part> parts)
      throws IOException, InterruptedException, CommandException {
    if (start(parts, Part.KAFKA)) {
      topics();
    }
    if (start(parts, Part.SCHEMA_REGISTRY)) {
      schemas();
    }
    return true;
  }

  private boolean start(Set<Part> parts, Part part)
      throws IOException, InterruptedException, CommandException {
    if (!parts.contains(part)) {
      return false;
    }
    screen.ready(part.label(), platform.start(part));
    return true;
  }

  private void topics() throws InterruptedException, CommandException {
    long begun = System.nanoTime();
    int most = Integer.getInteger(PARTITIONS, DEFAULT_PARTITIONS);
    try {
      int made = new Topics(ports.address(Port.KAFKA), most).create(catalogue);
      screen.ready(made == 0 ? "topics" : made + " new topics", since(begun));
    } catch (ExecutionException e) {
      throw new CommandException(
          CommandException.OTHER, "The topics could not be made: " + e.getCause());
    }
  }

  private void schemas() throws IOException {
    long begun = System.nanoTime();
    int count = new SchemaRegistration(Endpoints.registryApi(ports)).register(catalogue);
    screen.ready(count + " schemas", since(begun));
  }

  private static Duration since(long begun) {
    return Duration.ofNanos(System.nanoTime() - begun);
  }

  /** All at the same time; the first fault is the one told. */
  private static void together(List<Callable<Boolean>> works)
      throws IOException, InterruptedException, CommandException {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Boolean> done : threads.invokeAll(works)) {
        done.get();
      }
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case CommandException fault -> throw fault;
        case IOException fault -> throw fault;
        case RuntimeException fault -> throw fault;
        case null, default -> throw new IllegalStateException(e);
      }
    }
  }
}
