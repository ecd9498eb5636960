package org.procart.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file in the repository that is made from other files. It is compared in every build and written
 * only when asked for: {@code mvn -pl schemas test -Dprocart.docs.write=true}.
 */
public final class GeneratedFile {

  private GeneratedFile() {}

  public static void isCurrent(Path file, String content) {
    if (Boolean.getBoolean("procart.docs.write")) {
      write(file, content);
    }
    assertThat(file)
        .as("%s is stale: run mvn -pl schemas test -Dprocart.docs.write=true and commit it", file)
        .content(StandardCharsets.UTF_8)
        .isEqualTo(content);
  }

  private static void write(Path file, String content) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
