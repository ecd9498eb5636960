package org.procart.local.events;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/** An Avro value as a person or a script wants it: no union wrappers, times and dates as text. */
final class PlainJson {

  private PlainJson() {}

  static @Nullable Object of(@Nullable Object value, Schema schema) {
    return switch (schema.getType()) {
      case NULL -> null;
      case UNION -> of(value, member(value, schema));
      case RECORD -> value instanceof IndexedRecord fields ? record(fields, schema) : null;
      case ARRAY -> value instanceof List<?> items ? array(items, schema.getElementType()) : null;
      case MAP -> value instanceof Map<?, ?> entries ? map(entries, schema.getValueType()) : null;
      case LONG, INT -> number(value, schema.getLogicalType());
      case BYTES, FIXED -> bytes(value);
      case BOOLEAN, FLOAT, DOUBLE -> value;
      case STRING, ENUM -> String.valueOf(value);
    };
  }

  private static Schema member(@Nullable Object value, Schema union) {
    return union.getTypes().get(GenericData.get().resolveUnion(union, value));
  }

  private static Map<String, @Nullable Object> record(IndexedRecord fields, Schema schema) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    for (Schema.Field field : schema.getFields()) {
      json.put(field.name(), of(fields.get(field.pos()), field.schema()));
    }
    return json;
  }

  private static List<@Nullable Object> array(List<?> items, Schema element) {
    List<@Nullable Object> json = new ArrayList<>();
    items.forEach(item -> json.add(of(item, element)));
    return json;
  }

  private static Map<String, @Nullable Object> map(Map<?, ?> entries, Schema values) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    entries.forEach((key, value) -> json.put(String.valueOf(key), of(value, values)));
    return json;
  }

  private static @Nullable Object number(@Nullable Object value, @Nullable LogicalType meaning) {
    if (!(value instanceof Number number)) {
      return value;
    }
    return switch (meaning) {
      case LogicalTypes.TimestampMillis _ -> Instant.ofEpochMilli(number.longValue()).toString();
      case LogicalTypes.TimestampMicros _ ->
          Instant.EPOCH.plus(number.longValue(), ChronoUnit.MICROS).toString();
      case LogicalTypes.Date _ -> LocalDate.ofEpochDay(number.longValue()).toString();
      case null, default -> number;
    };
  }

  private static @Nullable String bytes(@Nullable Object value) {
    if (value instanceof ByteBuffer buffer) {
      byte[] copy = new byte[buffer.remaining()];
      buffer.duplicate().get(copy);
      return Base64.getEncoder().encodeToString(copy);
    }
    return value instanceof GenericData.Fixed fixed
        ? Base64.getEncoder().encodeToString(fixed.bytes())
        : null;
  }
}
