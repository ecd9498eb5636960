package org.procart.schemas.questionnaire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A site's own folder of instruments, read at start beside the built-in ones: {@code *.json} are
 * FHIR R4 questionnaires, {@code *.yml} scoring definitions, {@code *.csv} their tables; folders
 * inside are read too.
 */
public record InstrumentFolder(Path folder) {

  /** One file, by the name that a message shows. */
  public record Entry(String name, String text) {}

  /**
   * @param extension for example {@code .json}
   */
  public List<Entry> files(String extension) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(extension))
          .filter(Files::isRegularFile)
          .sorted()
          .map(this::entry)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The folder of instruments %s cannot be read".formatted(folder), e);
    }
  }

  private Entry entry(Path file) {
    try {
      return new Entry(
          folder.relativize(file).toString(), Files.readString(file, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new InstrumentFileException(file.toString(), "cannot be read as UTF-8 text");
    }
  }
}
