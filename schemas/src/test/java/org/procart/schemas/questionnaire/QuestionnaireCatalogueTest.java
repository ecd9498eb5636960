package org.procart.schemas.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class QuestionnaireCatalogueTest {

  private static final String URL = "https://example.org/Questionnaire/pain";

  @Test
  void everyFileIsListedAndReadable() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/main/resources/questionnaires"))) {
      List<String> names =
          files
              .map(file -> file.getFileName().toString())
              .filter(n -> n.endsWith(".json"))
              .toList();
      assertThat(QuestionnaireCatalogue.fileNames()).containsExactlyInAnyOrderElementsOf(names);
    }
    assertThat(QuestionnaireCatalogue.load().all()).isNotEmpty();
  }

  @Test
  void aUrlAndVersionNameOneFile() {
    assertThat(QuestionnaireCatalogue.load().all())
        .extracting(ReleasedQuestionnaire::toString)
        .doesNotHaveDuplicates();
  }

  @Test
  void withoutAVersionTheNewestReleasedOneIsMeant() {
    QuestionnaireCatalogue catalogue = catalogue("1.9.0", "1.10.0", "1.10", "2.0.0-draft");
    assertThat(catalogue.find(URL, null))
        .hasValueSatisfying(found -> assertThat(found.version()).isEqualTo("1.10.0"));
    assertThat(catalogue.byId("pain"))
        .hasValueSatisfying(found -> assertThat(found.version()).isEqualTo("1.10.0"));
  }

  @Test
  void aNamedVersionIsThatOneOrNone() {
    QuestionnaireCatalogue catalogue = catalogue("1.9.0", "1.10.0");
    assertThat(catalogue.find(URL, "1.9.0")).isPresent();
    assertThat(catalogue.find(URL, "1.9")).isEmpty();
    assertThat(catalogue.find("https://example.org/other", null)).isEmpty();
  }

  private static QuestionnaireCatalogue catalogue(String... versions) {
    return new QuestionnaireCatalogue(
        Stream.of(versions)
            .map(
                version ->
                    new ReleasedQuestionnaire(
                        "pain", URL, version, version.endsWith("draft") ? "draft" : "active", ""))
            .toList());
  }
}
