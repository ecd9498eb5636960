package org.procart.schemas.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

  @Test
  void aSitesOwnFormsStandBesideTheBuiltInOnes(@TempDir Path folder) throws IOException {
    Files.createDirectories(folder.resolve("pain"));
    Files.writeString(folder.resolve("pain/form.json"), form("1.0.0"));
    Files.writeString(folder.resolve("pain/scoring.yml"), "not a form");
    QuestionnaireCatalogue catalogue = QuestionnaireCatalogue.load(new InstrumentFolder(folder));
    assertThat(catalogue.find(URL, null))
        .hasValueSatisfying(
            form -> {
              assertThat(form.itemCodes())
                  .containsEntry("1", "pain-now")
                  .containsEntry("group", "group");
              assertThat(form.derivedFrom()).containsExactly("https://example.org/library");
            });
    assertThat(catalogue.all()).hasSize(QuestionnaireCatalogue.load().all().size() + 1);
  }

  @Test
  void twoFilesOfOneVersionAreRefusedByName(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("a.json"), form("1.0.0"));
    Files.writeString(folder.resolve("b.json"), form("1.0.0"));
    assertRefused(folder, "b.json", "those of a.json already");
  }

  @Test
  void aFileThatLacksSomethingIsRefusedByNameAndPlace(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("form.json");
    Files.writeString(file, form("1.0.0").replace("\"version\"", "\"versoin\""));
    assertRefused(folder, "form.json", "/version is missing");
    Files.writeString(file, form("1.0.0").replace("\"group\"", "\"1\""));
    assertRefused(folder, "form.json", "linkId 1 is used twice");
    Files.writeString(file, "{");
    assertRefused(folder, "form.json", "is not JSON");
    Files.writeString(file, "{\"resourceType\":\"Patient\"}");
    assertRefused(folder, "form.json", "/resourceType");
  }

  private static void assertRefused(Path folder, String... parts) {
    InstrumentFolder own = new InstrumentFolder(folder);
    assertThatExceptionOfType(InstrumentFileException.class)
        .isThrownBy(() -> QuestionnaireCatalogue.load(own))
        .satisfies(refusal -> assertThat(refusal).message().contains(parts));
  }

  private static String form(String version) {
    return """
    {"resourceType": "Questionnaire", "id": "pain", "url": "%s", "version": "%s",
     "status": "%s", "derivedFrom": ["https://example.org/library|2.0"],
     "item": [{"linkId": "group", "type": "group", "item": [
       {"linkId": "1", "code": [{"code": "pain-now"}], "type": "integer"}]}]}
    """
        .formatted(URL, version, version.endsWith("draft") ? "draft" : "active");
  }

  private static QuestionnaireCatalogue catalogue(String... versions) {
    return new QuestionnaireCatalogue(
        Stream.of(versions)
            .map(version -> QuestionnaireFile.read(version, form(version)))
            .toList());
  }
}
