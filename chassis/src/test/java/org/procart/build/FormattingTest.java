package org.procart.build;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every Java file of the repository is formatted by google-java-format. It is a test because the
 * formatter needs the JDK of the tool chain, which Maven itself may not run on. To repair: {@code
 * mvn -pl chassis test -Dtest=FormattingTest -Dprocart.format.write=true}.
 */
class FormattingTest {

  private static final Path ROOT = root();
  private static final boolean WRITE = Boolean.getBoolean("procart.format.write");

  private final Formatter formatter = new Formatter(JavaFormatterOptions.defaultOptions());

  @Test
  void everyJavaFileIsFormatted() throws IOException {
    List<Path> unformatted = new ArrayList<>();
    for (Path file : javaFiles()) {
      String now = Files.readString(file);
      String formatted = format(file, now);
      if (!formatted.equals(now)) {
        if (WRITE) {
          Files.writeString(file, formatted);
        } else {
          unformatted.add(ROOT.relativize(file));
        }
      }
    }
    assertThat(unformatted)
        .as("run: mvn -pl chassis test -Dtest=FormattingTest -Dprocart.format.write=true")
        .isEmpty();
  }

  private String format(Path file, String source) {
    try {
      return formatter.formatSource(
          ImportOrderer.reorderImports(
              RemoveUnusedImports.removeUnusedImports(source), JavaFormatterOptions.Style.GOOGLE));
    } catch (FormatterException e) {
      throw new IllegalStateException(file.toString(), e);
    }
  }

  private static List<Path> javaFiles() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !ROOT.relativize(file).toString().contains("target"))
          .filter(file -> !ROOT.relativize(file).toString().contains(".data"))
          .sorted()
          .toList();
    }
  }

  private static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("intake-service"))) {
      folder = folder.getParent();
    }
    return folder;
  }
}
