package org.procart.schemas.questionnaire;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.procart.schemas.questionnaire.InstrumentFolder.Entry;

/**
 * Every questionnaire that the platform knows: those on the class path, where adding one is adding
 * a file to {@code questionnaires/} and its name to {@code index.txt} there, and those of a site's
 * own folder.
 */
public final class QuestionnaireCatalogue {

  private static final String FOLDER = "/questionnaires/";
  private static final Comparator<ReleasedQuestionnaire> BY_VERSION =
      Comparator.comparing(questionnaire -> new InstrumentVersion(questionnaire.version()));

  private final List<ReleasedQuestionnaire> questionnaires;

  QuestionnaireCatalogue(List<ReleasedQuestionnaire> questionnaires) {
    this.questionnaires = List.copyOf(questionnaires);
  }

  public static QuestionnaireCatalogue load() {
    return load(null);
  }

  /**
   * @param own a site's own instruments; null: none
   * @throws InstrumentFileException a file cannot be used, or two say that they are the same
   */
  public static QuestionnaireCatalogue load(@Nullable InstrumentFolder own) {
    Map<String, String> files = new LinkedHashMap<>();
    List<ReleasedQuestionnaire> found = new ArrayList<>();
    Stream<Entry> builtIn = fileNames().map(name -> new Entry(name, read(name)));
    Stream<Entry> added = own == null ? Stream.of() : own.files(".json").stream();
    Stream.concat(builtIn, added)
        .forEach(
            file -> {
              ReleasedQuestionnaire read = QuestionnaireFile.read(file.name(), file.text());
              String other = files.put(read.toString(), file.name());
              if (other != null) {
                throw new InstrumentFileException(
                    file.name(), "url and version are those of %s already".formatted(other));
              }
              found.add(read);
            });
    return new QuestionnaireCatalogue(found);
  }

  public List<ReleasedQuestionnaire> all() {
    return questionnaires;
  }

  /** The version asked for, or the newest released one where {@code version} is null. */
  public Optional<ReleasedQuestionnaire> find(String url, @Nullable String version) {
    return version == null
        ? newest(questionnaire -> questionnaire.url().equals(url))
        : questionnaires.stream()
            .filter(each -> each.url().equals(url) && each.version().equals(version))
            .findFirst();
  }

  /** The newest released version with this logical id. */
  public Optional<ReleasedQuestionnaire> byId(String id) {
    return newest(questionnaire -> questionnaire.id().equals(id));
  }

  static Stream<String> fileNames() {
    return read("index.txt").lines().filter(line -> !line.isBlank());
  }

  private Optional<ReleasedQuestionnaire> newest(Predicate<ReleasedQuestionnaire> which) {
    return questionnaires.stream()
        .filter(which.and(ReleasedQuestionnaire::released))
        .max(BY_VERSION);
  }

  private static String read(String name) {
    try (InputStream file =
        Objects.requireNonNull(
            QuestionnaireCatalogue.class.getResourceAsStream(FOLDER + name),
            () -> "questionnaires/index.txt names a missing file: " + name)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
