package org.procart.intake.questionnaire;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.procart.schemas.questionnaire.InstrumentFolder;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param folder a site's own instruments beside the built-in ones; empty: none
 */
@ConfigurationProperties("procart.instruments")
record InstrumentsSettings(@DefaultValue("") String folder) {

  @Nullable InstrumentFolder ownFolder() {
    return folder.isBlank() ? null : new InstrumentFolder(Path.of(folder));
  }
}
