package org.procart.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A process that we started, recognised by its number and its start time: a number alone may have
 * been given to somebody else since.
 */
public record ChildProcess(long pid, long startedAt) {

  public static ChildProcess of(ProcessHandle handle) {
    return new ChildProcess(handle.pid(), startOf(handle));
  }

  public boolean alive() {
    return handle().isPresent();
  }

  /** Asks it to stop (SIGTERM); does nothing when it is gone. */
  public void terminate() {
    handle().ifPresent(ProcessHandle::destroy);
  }

  /** SIGKILL. */
  public void kill() {
    handle().ifPresent(ProcessHandle::destroyForcibly);
  }

  /** Waits until it is gone; false when it is still there after this time. */
  public boolean awaitEnd(Duration patience) throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    while (alive()) {
      long left = deadline - System.nanoTime();
      if (left <= 0) {
        return false;
      }
      pause(Math.min(left, TimeUnit.MILLISECONDS.toNanos(100)));
    }
    return true;
  }

  private void pause(long nanos) throws InterruptedException {
    Optional<ProcessHandle> handle = handle();
    if (handle.isEmpty()) {
      return;
    }
    try {
      handle.get().onExit().get(nanos, TimeUnit.NANOSECONDS);
    } catch (TimeoutException | ExecutionException e) {
      // Not ended yet (or not ours to watch): the caller looks again.
      Thread.onSpinWait();
    }
  }

  private Optional<ProcessHandle> handle() {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .filter(handle -> startOf(handle) == startedAt)
        .filter(handle -> !zombie());
  }

  private static long startOf(ProcessHandle handle) {
    return handle.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
  }

  /** In a container whose first process reaps nobody, a dead child keeps its number for ever. */
  private boolean zombie() {
    try {
      String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
      return stat.startsWith("Z", stat.lastIndexOf(')') + 2);
    } catch (IOException e) {
      return false;
    }
  }
}
