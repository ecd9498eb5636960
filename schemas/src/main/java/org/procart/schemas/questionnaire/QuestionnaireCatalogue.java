package org.procart.schemas.questionnaire;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every questionnaire on the class path. Adding an instrument or a version is adding a file to
 * {@code questionnaires/} and its name to {@code index.txt} there.
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
    JsonMapper json = JsonMapper.shared();
    return new QuestionnaireCatalogue(fileNames().map(name -> parse(json, read(name))).toList());
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

  private static ReleasedQuestionnaire parse(JsonMapper json, String text) {
    JsonNode root = json.readTree(text);
    return new ReleasedQuestionnaire(
        text(root, "id"), text(root, "url"), text(root, "version"), text(root, "status"), text);
  }

  private static String text(JsonNode root, String field) {
    return Objects.requireNonNull(root.get(field), field).asString();
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
