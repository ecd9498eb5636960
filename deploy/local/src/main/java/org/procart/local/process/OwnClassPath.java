package org.procart.local.process;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The class path of this process for its children, safe from a build that runs meanwhile. */
final class OwnClassPath {

  private OwnClassPath() {}

  /** Jars of this project are copied; a build would rewrite them under a running part. */
  static String copiedTo(Path directory) throws IOException {
    Files.createDirectories(directory);
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(entry -> ours(entry) ? copy(Path.of(entry), directory) : entry)
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static boolean ours(String entry) {
    return entry.endsWith("-SNAPSHOT.jar") || entry.endsWith("procart-local.jar");
  }

  private static String copy(Path jar, Path directory) {
    Path copy = directory.resolve(String.valueOf(jar.getFileName()));
    try {
      Path beside = Files.createTempFile(directory, "copy", ".jar");
      Files.copy(jar, beside, StandardCopyOption.REPLACE_EXISTING);
      Files.move(beside, copy, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return copy.toString();
  }
}
