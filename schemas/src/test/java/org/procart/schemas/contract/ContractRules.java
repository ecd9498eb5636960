package org.procart.schemas.contract;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.avro.JsonProperties;
import org.apache.avro.LogicalType;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** What a contract must keep so that it can grow; each message says how to mend it. */
final class ContractRules {

  static final List<String> ENVELOPE =
      List.of("eventId", "occurredAt", "patientId", "siteId", "correlationId", "synthetic");

  private static final Set<Schema.Type> ALLOWED =
      Set.of(
          Schema.Type.STRING,
          Schema.Type.BOOLEAN,
          Schema.Type.INT,
          Schema.Type.LONG,
          Schema.Type.DOUBLE,
          Schema.Type.ENUM,
          Schema.Type.RECORD,
          Schema.Type.ARRAY);

  private ContractRules() {}

  static List<String> violations(Schema event) {
    return SchemaTree.of(event)
        .flatMap(type -> Stream.concat(ofType(type), ofFields(event, type)))
        .toList();
  }

  private static Stream<String> ofType(Schema type) {
    return Stream.of(
            check(hasText(type.getDoc()), "give it a doc"),
            check("org.procart.schemas".equals(type.getNamespace()), "use our namespace"),
            check(
                type.getType() != Schema.Type.ENUM || "UNKNOWN".equals(type.getEnumDefault()),
                "make UNKNOWN a symbol and the default, so that old readers survive new symbols"))
        .flatMap(message -> message)
        .map(message -> type.getName() + ": " + message);
  }

  private static Stream<String> ofFields(Schema event, Schema type) {
    return type.getType() != Schema.Type.RECORD
        ? Stream.empty()
        : type.getFields().stream()
            .flatMap(
                field ->
                    ofField(field, type.equals(event) && ENVELOPE.contains(field.name()))
                        .map(message -> type.getName() + "." + field.name() + ": " + message));
  }

  private static Stream<String> ofField(Schema.Field field, boolean envelope) {
    Schema type = SchemaTree.withoutNull(field.schema());
    Schema element = type.getType() == Schema.Type.ARRAY ? type.getElementType() : type;
    return Stream.of(
            check(hasText(field.doc()), "give it a doc"),
            check(field.name().matches("[a-z][A-Za-z0-9]*"), "write the name in camelCase"),
            check(!Unit.needed(field) || !Unit.of(field).isEmpty(), "name the unit in the doc"),
            check(envelope || field.hasDefaultValue(), "give it a default"),
            check(nullableRight(field), "make it [null, type] with default null"),
            check(
                ALLOWED.contains(element.getType()),
                "use a plain type, never " + element.getType()),
            check(
                element.getType() != Schema.Type.ENUM
                    || !field.hasDefaultValue()
                    || "UNKNOWN".equals(field.defaultVal()),
                "let the default be UNKNOWN"),
            check(timeRight(field, type), "write a time as timestamp-millis"))
        .flatMap(message -> message);
  }

  private static boolean nullableRight(Schema.Field field) {
    if (!field.schema().isUnion()) {
      return true;
    }
    List<Schema> types = field.schema().getTypes();
    return types.size() == 2
        && types.getFirst().getType() == Schema.Type.NULL
        && field.hasDefaultValue()
        && field.defaultVal() == JsonProperties.NULL_VALUE;
  }

  private static boolean timeRight(Schema.Field field, Schema type) {
    LogicalType logical = type.getLogicalType();
    String name = logical == null ? "" : logical.getName();
    boolean isTime = field.name().endsWith("At") || field.name().equals("at");
    return isTime
        ? name.equals("timestamp-millis")
        : name.isEmpty() || name.equals("timestamp-millis") || name.equals("date");
  }

  private static boolean hasText(@Nullable String text) {
    return text != null && !text.isBlank();
  }

  private static Stream<String> check(boolean right, String message) {
    return right ? Stream.empty() : Stream.of(message);
  }
}
