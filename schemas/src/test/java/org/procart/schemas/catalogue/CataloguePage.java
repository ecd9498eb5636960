package org.procart.schemas.catalogue;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.procart.schemas.contract.SchemaTree;

/** docs/schemas.md: topics and records for people. */
final class CataloguePage {

  private static final String HEAD =
      """
      # Topics and records

      Made from `schemas/src/main/resources/catalogue.yml` and `schemas/src/main/avro` by
      `mvn -pl schemas test -Dprocart.docs.write=true`; the build fails when it is stale.

      Values are Avro in Confluent wire format (magic byte 0, four-byte id), subject
      `<topic>-value`, compatibility FULL_TRANSITIVE; keys are UTF-8 text. Each group that reads a
      topic parks what it cannot read in `<topic>.<group>-dlt`, original bytes and key.
      The same fact made twice has the same `eventId`: count distinct ids. Each field but the first
      two has a default, so readers of older and newer releases understand each other; what such a
      reader does not know is UNKNOWN, and UNKNOWN is read on the safe side.

      """;

  private final List<TopicEntry> topics;

  CataloguePage(Catalogue catalogue) {
    topics = catalogue.topics();
  }

  String text() {
    return Stream.of(
            HEAD,
            "| topic | record | key | partitions | kept | about a patient | written by | groups"
                + " |\n",
            "|---|---|---|---|---|---|---|---|\n",
            topics.stream().map(CataloguePage::row).collect(Collectors.joining()),
            types(Schema.Type.RECORD),
            types(Schema.Type.ENUM))
        .collect(Collectors.joining());
  }

  private static String row(TopicEntry entry) {
    String kept = entry.compacted() ? "last state" : entry.retentionDays() + " days";
    return "| `%s` | [%s](#%s) | %s | %d | %s | %s | %s | %s |\n"
        .formatted(
            entry.topic(),
            entry.schema().getName(),
            anchor(entry.schema()),
            entry.key(),
            entry.partitions(),
            kept,
            entry.patientData() ? "yes" : "no",
            String.join(", ", entry.producers()),
            String.join(", ", entry.consumers()));
  }

  private String types(Schema.Type wanted) {
    return topics.stream()
        .flatMap(entry -> SchemaTree.of(entry.schema()))
        .filter(type -> type.getType() == wanted)
        .distinct()
        .map(type -> wanted == Schema.Type.ENUM ? enumeration(type) : record(type))
        .collect(Collectors.joining());
  }

  private static String enumeration(Schema type) {
    return "\n## %s\n\n%s\n\n%s\n"
        .formatted(type.getName(), type.getDoc(), String.join(", ", type.getEnumSymbols()));
  }

  private static String record(Schema type) {
    String rows =
        type.getFields().stream()
            .map(field -> "| `%s` | %s | %s |\n".formatted(field.name(), type(field), field.doc()))
            .collect(Collectors.joining());
    return "\n## %s\n\n%s\n\n| field | type | meaning |\n|---|---|---|\n%s"
        .formatted(type.getName(), type.getDoc(), rows);
  }

  private static String type(Schema.Field field) {
    return type(field.schema()).replaceFirst(" or null$", ", may be null");
  }

  private static String type(Schema schema) {
    return switch (schema.getType()) {
      case UNION -> type(schema.getTypes().getLast()) + " or null";
      case ARRAY -> "list of " + type(schema.getElementType());
      case RECORD, ENUM -> "[%s](#%s)".formatted(schema.getName(), anchor(schema));
      default ->
          schema.getLogicalType() == null
              ? schema.getType().getName()
              : schema.getLogicalType().getName();
    };
  }

  private static String anchor(Schema schema) {
    return schema.getName().toLowerCase(Locale.ROOT);
  }
}
