package org.procart.local.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** How a Java process of ours is started: the JVM's options, then what it runs, then arguments. */
public record JavaCommand(List<String> jvm, List<String> target, List<String> arguments) {

  private static final long LARGE_LOG = 20L << 20;

  /** Options of every JVM: Avro loads only trusted record classes (ADR 0003); a small footprint. */
  private static final List<String> COMMON =
      List.of(
          "-XX:+UseSerialGC",
          "-Dorg.apache.avro.SERIALIZABLE_PACKAGES=org.procart.schemas",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow",
          "-Djava.awt.headless=true",
          "-Dfile.encoding=UTF-8");

  /** A main class of this very class path, of which the changing jars are copied to a folder. */
  public static JavaCommand ofClass(
      Class<?> main, Path copies, List<String> jvm, String... arguments) throws IOException {
    List<String> options = new ArrayList<>(jvm);
    options.add("-Dlogback.configurationFile=procart-local-logback.xml");
    return new JavaCommand(
        options, List.of("-cp", OwnClassPath.copiedTo(copies), main.getName()), List.of(arguments));
  }

  public static JavaCommand ofJar(Path jar, List<String> jvm, List<String> arguments) {
    return new JavaCommand(jvm, List.of("-jar", jar.toString()), arguments);
  }

  /** A main class somewhere else. */
  public static JavaCommand ofClass(
      String main, List<String> classPath, List<String> jvm, List<String> arguments) {
    String path = String.join(File.pathSeparator, classPath);
    return new JavaCommand(jvm, List.of("-cp", path, main), arguments);
  }

  /**
   * Starts it with its output in a file. A child ignores SIGINT and SIGHUP, so that Ctrl-C and a
   * closed terminal reach only the launcher, which stops its children in order.
   */
  public ChildProcess start(Path workingDirectory, Path log) throws IOException {
    Files.createDirectories(workingDirectory);
    Path logDirectory = log.toAbsolutePath().getParent();
    if (logDirectory != null) {
      Files.createDirectories(logDirectory);
    }
    setAside(log);
    List<String> command = new ArrayList<>();
    command.addAll(List.of("/bin/sh", "-c", "trap '' INT HUP; exec \"$@\"", "sh"));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(COMMON);
    command.addAll(jvm);
    command.addAll(target);
    command.addAll(arguments);
    Process process =
        new ProcessBuilder(command)
            .directory(workingDirectory.toFile())
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    return ChildProcess.of(process.toHandle());
  }

  /** One earlier log is kept when this one has become large. */
  private static void setAside(Path log) throws IOException {
    if (Files.exists(log) && Files.size(log) > LARGE_LOG) {
      Path earlier = log.resolveSibling(log.getFileName() + ".1");
      Files.move(log, earlier, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
