package org.procart.schemas.contract;

import java.util.List;
import org.apache.avro.Schema;

/** The unit that a field's text names: no schema checker sees it change. */
final class Unit {

  private static final List<String> KNOWN =
      List.of(
          "milliseconds",
          "seconds",
          "in days",
          "days since 1970-01-01",
          "a count",
          "no unit",
          "in the scale's points",
          "in the scale's own points",
          "in the item's own unit");

  private Unit() {}

  /** Empty when the field is a number and its text names no unit. */
  static String of(Schema.Field field) {
    String doc = field.doc() == null ? "" : field.doc();
    return KNOWN.stream().filter(doc::contains).findFirst().orElse("");
  }

  static boolean needed(Schema.Field field) {
    return switch (SchemaTree.withoutNull(field.schema()).getType()) {
      case INT, LONG, FLOAT, DOUBLE -> true;
      default -> false;
    };
  }
}
