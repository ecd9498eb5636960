package org.procart.local.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.procart.local.process.ChildProcess;
import org.procart.local.process.Directories;
import org.procart.local.process.JavaCommand;
import org.procart.local.process.MissingPartException;

/**
 * Services run from an unpacked copy: a build may replace the jar while they run, and unpacked they
 * start with a quarter less work.
 */
final class RunCopy {

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final Path directory;

  RunCopy(Path directory) {
    this.directory = directory;
  }

  /** The jar to start; unpacked anew when the built one has changed. */
  Path of(Path jar) throws IOException, InterruptedException {
    Path copy = directory.resolve(String.valueOf(jar.getFileName()).replace(".jar", ""));
    Path note = copy.resolve("made-from");
    String made = Files.size(jar) + " " + Files.getLastModifiedTime(jar);
    if (!Files.exists(note) || !Files.readString(note).equals(made)) {
      Directories.delete(copy);
      unpack(jar, copy);
      Files.writeString(note, made);
    }
    return copy.resolve(String.valueOf(jar.getFileName()));
  }

  private void unpack(Path jar, Path copy) throws IOException, InterruptedException {
    Path log = directory.resolve(jar.getFileName() + ".log");
    ChildProcess tool = JavaCommand.unpacking(jar, copy).start(directory, log);
    if (!tool.awaitEnd(PATIENCE) || !Files.exists(copy.resolve("lib"))) {
      tool.kill();
      throw new MissingPartException(
          "The service " + jar + " could not be unpacked, see " + log + ": build it again.");
    }
  }
}
