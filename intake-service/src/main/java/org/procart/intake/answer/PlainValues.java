package org.procart.intake.answer;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Pattern;
import org.procart.intake.answer.AnswerValue.Precision;
import org.procart.intake.questionnaire.Item;
import org.procart.intake.questionnaire.ItemType;
import tools.jackson.databind.JsonNode;

/** Numbers, yes or no, dates and quantities, each in FHIR's own JSON form. */
final class PlainValues {

  /** Beyond these a number is nonsense, and writing it out could fill the memory. */
  private static final int LONGEST_NUMBER = 40;

  private static final Pattern UCUM = Pattern.compile("[!-~]{1,24}");
  private static final Pattern DATE = Pattern.compile("\\d{4}(-\\d{2}(-\\d{2})?)?");

  private final Faults faults;

  PlainValues(Faults faults) {
    this.faults = faults;
  }

  static String elementName(ItemType type) {
    return switch (type) {
      case BOOLEAN -> "valueBoolean";
      case DECIMAL -> "valueDecimal";
      case INTEGER -> "valueInteger";
      case DATE -> "valueDate";
      case DATE_TIME -> "valueDateTime";
      case TIME -> "valueTime";
      case QUANTITY -> "valueQuantity";
      default -> throw new IllegalArgumentException("Not a plain value: " + type);
    };
  }

  Optional<AnswerValue> read(Item item, JsonNode value, String path) {
    return switch (item.type()) {
      case BOOLEAN -> yesNo(value, path);
      case INTEGER -> whole(item, value, path);
      case DECIMAL -> number(item, value, path).map(AnswerValue.Decimal::new);
      case QUANTITY -> quantity(item, value, path);
      case DATE -> temporal(Precision.DATE, value, path);
      case TIME -> temporal(Precision.TIME, value, path);
      default -> temporal(Precision.DATE_TIME, value, path);
    };
  }

  private Optional<AnswerValue> yesNo(JsonNode value, String path) {
    return value.isBoolean()
        ? Optional.of(new AnswerValue.YesNo(value.booleanValue()))
        : wrongType(path, "Send true or false.");
  }

  private Optional<AnswerValue> whole(Item item, JsonNode value, String path) {
    if (!value.isIntegralNumber()) {
      return wrongType(path, "Send a JSON number without fraction.");
    }
    if (!value.canConvertToInt()) {
      return outOfRange(path);
    }
    return number(item, value, path).map(number -> new AnswerValue.Whole(number.longValueExact()));
  }

  private Optional<BigDecimal> number(Item item, JsonNode value, String path) {
    if (!value.isNumber()) {
      return wrongType(path, "Send a JSON number.");
    }
    BigDecimal number = value.decimalValue();
    if (number.precision() > LONGEST_NUMBER
        || Math.abs((long) number.scale()) > LONGEST_NUMBER
        || !item.limits().admit(number)) {
      return outOfRange(path);
    }
    return Optional.of(number);
  }

  private Optional<AnswerValue> quantity(Item item, JsonNode value, String path) {
    if (value.has("comparator")) {
      return wrongType(path + ".comparator", "Send the measured value, without a comparator.");
    }
    JsonNode unit = value.has("code") ? value.path("code") : value.path("unit");
    if (!unit.isString() || !UCUM.matcher(unit.stringValue()).matches()) {
      return wrongType(path + ".code", "Send the unit as a UCUM code.");
    }
    Optional<AnswerValue> quantity =
        number(item, value.path("value"), path + ".value")
            .map(number -> new AnswerValue.Quantity(number, unit.stringValue()));
    if (!item.limits().admitUnit(unit.stringValue())) {
      faults.add(
          "unit-not-taken",
          path + ".code",
          "Send the value in one of: %s.".formatted(String.join(", ", item.limits().units())));
      return Optional.empty();
    }
    return quantity;
  }

  private Optional<AnswerValue> temporal(Precision precision, JsonNode value, String path) {
    if (!value.isString()) {
      return wrongType(path, "Send a JSON string.");
    }
    String text = value.stringValue();
    try {
      check(precision, text);
      return Optional.of(new AnswerValue.Temporal(precision, text));
    } catch (DateTimeException e) {
      return wrongType(path, "Send a FHIR " + precision.name().replace('_', ' ') + ".");
    }
  }

  private static void check(Precision precision, String text) {
    switch (precision) {
      case TIME -> LocalTime.parse(text);
      case DATE -> checkDate(text);
      case DATE_TIME -> {
        if (text.contains("T")) {
          OffsetDateTime.parse(text);
        } else {
          checkDate(text);
        }
      }
    }
  }

  private static void checkDate(String text) {
    if (!DATE.matcher(text).matches()) {
      throw new DateTimeException("Not a FHIR date");
    }
    switch (text.length()) {
      case 10 -> LocalDate.parse(text);
      case 7 -> YearMonth.parse(text);
      default -> {}
    }
  }

  private <T> Optional<T> wrongType(String path, String message) {
    faults.add("wrong-answer-value", path, message);
    return Optional.empty();
  }

  private <T> Optional<T> outOfRange(String path) {
    faults.add("value-out-of-range", path, "The value is outside the item's bounds (inclusive).");
    return Optional.empty();
  }
}
