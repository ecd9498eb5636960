package org.procart.schemas.event;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.avro.Schema;

/**
 * Schemas of earlier releases, listed in {@code released/index.txt}; released files never change.
 */
public final class ReleasedSchemas {

  private static final String FOLDER = "/released/";

  private ReleasedSchemas() {}

  public static Stream<Schema> all() {
    return names().stream().map(ReleasedSchemas::schema);
  }

  public static List<String> names() {
    return read("index.txt").lines().filter(line -> !line.isBlank()).toList();
  }

  public static Schema schema(String name) {
    return new Schema.Parser().parse(read(name));
  }

  private static String read(String name) {
    try (InputStream file =
        Objects.requireNonNull(
            ReleasedSchemas.class.getResourceAsStream(FOLDER + name),
            () -> "No released schema " + name)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
