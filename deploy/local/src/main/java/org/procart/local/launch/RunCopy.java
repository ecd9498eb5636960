package org.procart.local.launch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.procart.local.process.Directories;

/**
 * Services run from an unpacked copy: a build may replace the jar while they run, and unpacked they
 * start with a quarter less work. Libraries are kept once for all services.
 */
final class RunCopy {

  private static final String CLASSES = "BOOT-INF/classes/";
  private static final String LIBRARIES = "BOOT-INF/lib/";
  private static final String ORDER = "BOOT-INF/classpath.idx";

  private final Path directory;

  RunCopy(Path directory) {
    this.directory = directory;
  }

  /** What to run: a class, and where it and its libraries are. */
  record Unpacked(List<String> classPath, String mainClass) {}

  /** Unpacked anew when the built jar has changed. */
  Unpacked of(Path jar) throws IOException {
    Path copy = directory.resolve(String.valueOf(jar.getFileName()).replace(".jar", ""));
    Path note = copy.resolve("made-from");
    String made = Files.size(jar) + " " + Files.getLastModifiedTime(jar);
    boolean fresh = Files.exists(note) && Files.readString(note).equals(made);
    try (JarFile packed = new JarFile(jar.toFile())) {
      if (!fresh) {
        Directories.delete(copy);
        unpack(packed, copy);
        Files.writeString(note, made);
      }
      return new Unpacked(
          classPath(packed, copy),
          packed.getManifest().getMainAttributes().getValue("Start-Class"));
    }
  }

  private void unpack(JarFile packed, Path copy) throws IOException {
    Files.createDirectories(directory.resolve("lib"));
    Files.createDirectories(copy.resolve("classes"));
    for (JarEntry entry : packed.stream().filter(entry -> !entry.isDirectory()).toList()) {
      String name = entry.getName();
      if (name.startsWith(CLASSES)) {
        write(packed, entry, within(copy.resolve("classes"), name.substring(CLASSES.length())));
      } else if (name.startsWith(LIBRARIES)) {
        library(packed, entry, place(copy, name));
      }
    }
  }

  private static void library(JarFile packed, JarEntry entry, Path file) throws IOException {
    if (!Files.exists(file) || Files.size(file) != entry.getSize()) {
      write(packed, entry, file);
    }
  }

  /** Written beside and moved, so that who runs on the old file keeps it. */
  private static void write(JarFile packed, JarEntry entry, Path file) throws IOException {
    Files.createDirectories(file.resolveSibling("."));
    Path beside = file.resolveSibling(file.getFileName() + ".new");
    try (InputStream in = packed.getInputStream(entry)) {
      Files.copy(in, beside, StandardCopyOption.REPLACE_EXISTING);
    }
    Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private List<String> classPath(JarFile packed, Path copy) throws IOException {
    List<String> path = new ArrayList<>();
    path.add(copy.resolve("classes").toString());
    try (InputStream in = packed.getInputStream(packed.getJarEntry(ORDER))) {
      Stream<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines();
      lines
          .map(line -> line.replaceAll("^- \"|\"$", ""))
          .forEach(library -> path.add(place(copy, library).toString()));
    }
    return path;
  }

  /** A snapshot may differ from service to service; a released library is the same for all. */
  private Path place(Path copy, String entry) {
    String name = entry.substring(LIBRARIES.length());
    return within(name.contains("SNAPSHOT") ? copy : directory.resolve("lib"), name);
  }

  private static Path within(Path folder, String name) {
    Path file = folder.resolve(name).normalize();
    if (!file.startsWith(folder)) {
      throw new IllegalStateException("a jar entry leads out of its folder: " + name);
    }
    return file;
  }
}
