package org.procart.scoring.score;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.procart.schemas.questionnaire.InstrumentFolder;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * A site's own instruments.
 *
 * @param folder path of the folder; empty: none
 */
@ConfigurationProperties("procart.instruments")
record InstrumentsProperties(@Nullable String folder) {

  @Nullable InstrumentFolder own() {
    return folder == null || folder.isBlank() ? null : new InstrumentFolder(Path.of(folder));
  }
}
