package org.procart.scoring.definition;

import java.lang.module.ModuleDescriptor.Version;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.procart.schemas.questionnaire.InstrumentFileException;
import org.procart.schemas.questionnaire.InstrumentFolder;
import org.procart.schemas.questionnaire.InstrumentFolder.Entry;
import org.procart.scoring.instrument.ScoringDefinition;

/**
 * Every scoring definition that is in use: those on the class path, where adding one is adding its
 * files to {@code scoring/} and their names to {@code index.txt} there, and those of a site's own
 * folder. Of several versions of one id the newest is used.
 */
public final class DefinitionCatalogue {

  private static final Comparator<ScoringDefinition> BY_VERSION =
      Comparator.comparing(definition -> Version.parse(definition.version()));

  private DefinitionCatalogue() {}

  public static List<ScoringDefinition> builtIn() {
    return load(null);
  }

  /**
   * @param own a site's own instruments; null: none
   * @throws InstrumentFileException a file cannot be used, or two say that they are the same
   */
  public static List<ScoringDefinition> load(@Nullable InstrumentFolder own) {
    DefinitionFiles files = new DefinitionFiles(own);
    Map<String, String> names = new LinkedHashMap<>();
    return files.definitions().stream()
        .map(file -> unique(file, new DefinitionReader(files, file).read(), names))
        .collect(
            Collectors.toMap(
                ScoringDefinition::id,
                definition -> definition,
                BinaryOperator.maxBy(BY_VERSION),
                LinkedHashMap::new))
        .values()
        .stream()
        .toList();
  }

  private static ScoringDefinition unique(
      Entry file, ScoringDefinition definition, Map<String, String> names) {
    String other = names.put(definition.id() + "|" + definition.version(), file.name());
    if (other != null) {
      throw new InstrumentFileException(
          file.name(), "id and version are those of %s already".formatted(other));
    }
    return definition;
  }
}
