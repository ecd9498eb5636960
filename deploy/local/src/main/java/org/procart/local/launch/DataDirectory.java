package org.procart.local.launch;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;
import org.procart.local.command.CommandException;
import org.procart.local.process.Directories;

/** The folder that holds everything of one platform; one command changes it at a time. */
final class DataDirectory implements AutoCloseable {

  private static final String MARK = ".procart-data";
  private static final String LOCK = ".lock";
  private static final long LEAST_BYTES = 1L << 30;

  private final Path directory;
  private final FileChannel channel;

  private DataDirectory(Path directory, FileChannel channel) {
    this.directory = directory;
    this.channel = channel;
  }

  static DataDirectory open(Path directory) throws IOException, CommandException {
    try {
      Files.createDirectories(directory);
    } catch (IOException e) {
      throw new CommandException(
          CommandException.MACHINE,
          "The folder " + directory + " cannot be made: name another one with --data.");
    }
    FileChannel channel =
        FileChannel.open(
            directory.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock = channel.tryLock();
    if (lock == null) {
      channel.close();
      throw new CommandException(
          CommandException.MACHINE,
          "Another deploy/up or deploy/down works on " + directory + ": wait until it is done.");
    }
    return new DataDirectory(directory, channel);
  }

  boolean ours() {
    return Files.exists(directory.resolve(MARK));
  }

  void mark() throws IOException {
    if (!ours()) {
      Files.createFile(directory.resolve(MARK));
    }
  }

  void needRoom() throws IOException, CommandException {
    long free = Files.getFileStore(directory).getUsableSpace();
    if (free < LEAST_BYTES) {
      throw new CommandException(
          CommandException.MACHINE,
          "The disk of "
              + directory
              + " is full ("
              + (free >> 20)
              + " MiB free): free at least 1 GiB or name another folder with --data.");
    }
  }

  /** Never empties a folder that it did not make. */
  void empty() throws IOException, CommandException {
    if (!ours() && holdsSomething()) {
      throw new CommandException(
          CommandException.MACHINE,
          directory + " holds other files: --fresh empties only folders that deploy/up made.");
    }
    try (Stream<Path> entries = Files.list(directory)) {
      for (Path entry : entries.filter(this::removable).toList()) {
        Directories.delete(entry);
      }
    }
  }

  private boolean holdsSomething() throws IOException {
    try (Stream<Path> entries = Files.list(directory)) {
      return entries.anyMatch(this::removable);
    }
  }

  private boolean removable(Path entry) {
    return !entry.endsWith(LOCK);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
