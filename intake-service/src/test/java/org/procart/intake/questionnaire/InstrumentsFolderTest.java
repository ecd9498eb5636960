package org.procart.intake.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.procart.intake.questionnaire.Instruments.Lookup;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** A site's own forms are files; a wrong one stops the start. */
class InstrumentsFolderTest {

  @TempDir Path folder;

  private final ApplicationContextRunner service =
      new ApplicationContextRunner().withUserConfiguration(Settings.class);

  @EnableConfigurationProperties(InstrumentsSettings.class)
  static class Settings extends QuestionnaireConfiguration {}

  @Test
  void withoutASettingThereAreTheBuiltInFormsOnly() {
    service
        .withPropertyValues("procart.instruments.folder=")
        .run(context -> assertThat(context).hasSingleBean(Instruments.class));
  }

  @Test
  void aFileOfTheFolderIsAFormLikeAnyOther() throws IOException {
    // Given
    write("{\"linkId\":\"a\",\"type\":\"integer\"}");

    // Then
    service
        .withPropertyValues("procart.instruments.folder=" + folder)
        .run(
            context ->
                assertThat(context.getBean(Instruments.class).find("urn:sum"))
                    .isInstanceOf(Lookup.Found.class));
  }

  @Test
  void aWrongFileStopsTheStartAndIsNamed() throws IOException {
    // Given
    write("{\"linkId\":\"a\",\"type\":\"colour\"}");

    // Then
    service
        .withPropertyValues("procart.instruments.folder=" + folder)
        .run(
            context ->
                assertThat(context.getStartupFailure()).rootCause().hasMessageContaining("colour"));
    service
        .withPropertyValues("procart.instruments.folder=" + folder.resolve("none"))
        .run(
            context ->
                assertThat(context.getStartupFailure())
                    .hasStackTraceContaining("The folder of instruments " + folder));
  }

  private void write(String item) throws IOException {
    Files.writeString(
        folder.resolve("sum.json"),
        """
        {"resourceType":"Questionnaire","id":"sum","url":"urn:sum","version":"1","status":"active",
         "item":[%s]}
        """
            .formatted(item));
  }
}
