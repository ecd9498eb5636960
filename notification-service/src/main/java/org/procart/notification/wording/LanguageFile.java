package org.procart.notification.wording;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;

/** The files with our words. */
public final class LanguageFile {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private LanguageFile() {}

  public static <T> T read(String folder, String language, Class<T> type) {
    String name = "/" + folder + "/" + language + ".json";
    try (InputStream file =
        Objects.requireNonNull(LanguageFile.class.getResourceAsStream(name), name)) {
      return JSON.readValue(file, type);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
