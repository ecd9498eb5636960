package org.procart.schemas.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.procart.schemas.event.TrustedRecords;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The topics of the platform, read from {@code catalogue.yml} on the class path. */
public final class Catalogue {

  private static final String FILE = "/catalogue.yml";
  private static final String RECORD_PACKAGE = "org.procart.schemas.";

  static {
    TrustedRecords.trust();
  }

  private final List<TopicEntry> topics;

  private Catalogue(List<TopicEntry> topics) {
    this.topics = topics;
  }

  public static Catalogue load() {
    try (InputStream file = Objects.requireNonNull(Catalogue.class.getResourceAsStream(FILE))) {
      Map<String, List<Map<String, Object>>> root =
          new Yaml(new SafeConstructor(new LoaderOptions())).load(file);
      return new Catalogue(
          Objects.requireNonNull(root.get("topics")).stream().map(Catalogue::entry).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public List<TopicEntry> topics() {
    return topics;
  }

  public TopicEntry topic(String name) {
    return topics.stream()
        .filter(entry -> entry.topic().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No such topic in catalogue.yml: " + name));
  }

  private static TopicEntry entry(Map<String, Object> yaml) {
    return new TopicEntry(
        text(yaml, "topic"),
        schemaOf(text(yaml, "record")),
        text(yaml, "key"),
        (Integer) Objects.requireNonNull(yaml.get("partitions")),
        "compact".equals(text(yaml, "cleanup")),
        (Integer) yaml.get("retentionDays"),
        (Boolean) Objects.requireNonNull(yaml.get("patientData")),
        names(yaml, "producers"),
        names(yaml, "consumers"));
  }

  private static Schema schemaOf(String record) {
    try {
      return SpecificData.get().getSchema(Class.forName(RECORD_PACKAGE + record));
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("catalogue.yml names a record without schema: " + record, e);
    }
  }

  private static String text(Map<String, Object> yaml, String field) {
    return Objects.requireNonNull(yaml.get(field), field).toString();
  }

  @SuppressWarnings("unchecked")
  private static List<String> names(Map<String, Object> yaml, String field) {
    return List.copyOf((List<String>) Objects.requireNonNull(yaml.get(field), field));
  }
}
