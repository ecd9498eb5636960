package org.procart.local.broker;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;

/** The topics of the platform as the catalogue of the contracts names them. */
public final class TopicCatalogue {

  private static final String CATALOGUE = "/catalogue.yml";

  private final List<Entry> entries;

  private TopicCatalogue(List<Entry> entries) {
    this.entries = entries;
  }

  /** One line of the catalogue; {@code retentionDays} is null for a compacted topic. */
  public record Entry(
      String topic,
      String record,
      int partitions,
      boolean compacted,
      @Nullable Integer retentionDays,
      List<String> consumers) {

    List<String> deadLetters() {
      return consumers.stream().map(group -> topic + "." + group + "-dlt").toList();
    }
  }

  public static TopicCatalogue load() {
    try (InputStream in = TopicCatalogue.class.getResourceAsStream(CATALOGUE)) {
      if (in == null) {
        throw new IllegalStateException("no " + CATALOGUE + " on the class path");
      }
      Map<String, List<Map<String, Object>>> file = new Yaml().load(in);
      return new TopicCatalogue(
          file.getOrDefault("topics", List.of()).stream().map(TopicCatalogue::entry).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Stream<Entry> entries() {
    return entries.stream();
  }

  private static Entry entry(Map<String, Object> line) {
    Object consumers = line.get("consumers");
    return new Entry(
        text(line, "topic"),
        text(line, "record"),
        Integer.parseInt(text(line, "partitions")),
        "compact".equals(text(line, "cleanup")),
        line.get("retentionDays") instanceof Integer days ? days : null,
        consumers instanceof List<?> groups
            ? groups.stream().map(String::valueOf).toList()
            : List.of());
  }

  private static String text(Map<String, Object> line, String name) {
    Object value = line.get(name);
    if (value == null) {
      throw new IllegalStateException("catalogue line without " + name + ": " + line);
    }
    return value.toString();
  }
}
