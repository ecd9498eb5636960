package org.procart.schemas.contract;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;

/** What a change may not do to a reader of any release, before or after it. */
final class Evolution {

  private Evolution() {}

  static List<String> violations(Schema released, Schema current) {
    return Stream.concat(
            Stream.concat(
                unreadable("the new reader cannot read old records", current, released),
                unreadable("an old reader cannot read new records", released, current)),
            changedMeaning(released, current))
        .toList();
  }

  private static Stream<String> unreadable(String message, Schema reader, Schema writer) {
    var result = SchemaCompatibility.checkReaderWriterCompatibility(reader, writer);
    return result.getType() == SchemaCompatibilityType.COMPATIBLE
        ? Stream.empty()
        : Stream.of(message + ": " + result.getResult().getIncompatibilities());
  }

  private static Stream<String> changedMeaning(Schema released, Schema current) {
    Map<String, Schema> now =
        SchemaTree.of(current).collect(Collectors.toMap(Schema::getFullName, Function.identity()));
    return SchemaTree.of(released)
        .filter(type -> type.getType() == Schema.Type.RECORD && now.containsKey(type.getFullName()))
        .flatMap(type -> changedFields(type, Objects.requireNonNull(now.get(type.getFullName()))));
  }

  private static Stream<String> changedFields(Schema released, Schema current) {
    return released.getFields().stream()
        .filter(field -> current.getField(field.name()) != null)
        .filter(field -> !meaning(field).equals(meaning(current.getField(field.name()))))
        .map(field -> released.getName() + "." + field.name() + " means something else now");
  }

  private static List<Object> meaning(Schema.Field field) {
    Schema type = SchemaTree.withoutNull(field.schema());
    String logical = type.getLogicalType() == null ? "" : type.getLogicalType().getName();
    return List.of(type.getType(), logical, Unit.needed(field) ? Unit.of(field) : "");
  }
}
