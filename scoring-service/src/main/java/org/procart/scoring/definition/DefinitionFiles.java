package org.procart.scoring.definition;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.procart.schemas.questionnaire.InstrumentFileException;
import org.procart.schemas.questionnaire.InstrumentFolder;
import org.procart.schemas.questionnaire.InstrumentFolder.Entry;
import org.procart.schemas.yaml.YamlPart;

/** The files that definitions are made of: the built-in ones, and those of a site's own folder. */
final class DefinitionFiles {

  private static final String FOLDER = "/scoring/";

  private final List<Entry> definitions;
  private final Map<String, String> tables = new HashMap<>();

  DefinitionFiles(@Nullable InstrumentFolder own) {
    List<Entry> builtIn =
        read("index.txt")
            .lines()
            .filter(line -> !line.isBlank())
            .map(name -> new Entry(name, read(name)))
            .toList();
    List<Entry> added = own == null ? List.of() : own.files(".yml");
    definitions =
        Stream.concat(builtIn.stream().filter(file -> file.name().endsWith(".yml")), added.stream())
            .toList();
    builtIn.forEach(file -> tables.put(file.name(), file.text()));
    if (own != null) {
      own.files(".csv").forEach(this::addTable);
    }
  }

  List<Entry> definitions() {
    return definitions;
  }

  /**
   * @param name as the definition calls it: a file beside it, or a built-in one
   */
  CsvTable table(Entry definition, YamlPart name) {
    String beside = definition.name().replaceFirst("[^/\\\\]*$", "") + name.text();
    String text = tables.getOrDefault(beside, tables.getOrDefault(name.text(), ""));
    if (text.isEmpty()) {
      throw name.fault("there is no table %s beside this file".formatted(name.text()));
    }
    return CsvTable.of(name.text(), text);
  }

  private void addTable(Entry file) {
    if (tables.put(file.name(), file.text()) != null) {
      throw new InstrumentFileException(file.name(), "a built-in table has this name already");
    }
  }

  private static String read(String name) {
    try (InputStream file =
        Objects.requireNonNull(
            DefinitionFiles.class.getResourceAsStream(FOLDER + name),
            () -> "scoring/index.txt names a missing file: " + name)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
