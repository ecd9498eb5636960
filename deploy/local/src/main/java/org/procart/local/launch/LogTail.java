package org.procart.local.launch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** The last lines of a log, for who must find out why something did not start. */
final class LogTail {

  private static final int LINES = 8;
  private static final int WIDTH = 240;

  private LogTail() {}

  static String of(Path log) {
    try {
      List<String> lines =
          new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.isBlank())
              .toList();
      return lines.stream()
          .skip(Math.max(0, lines.size() - LINES))
          .map(line -> line.length() > WIDTH ? line.substring(0, WIDTH) + "…" : line)
          .collect(Collectors.joining("\n    ", "\n    ", ""));
    } catch (IOException e) {
      return "";
    }
  }
}
