package org.procart.intake.questionnaire;

import java.math.BigDecimal;
import java.util.List;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;
import org.procart.intake.site.AdviceLevel;

/** Reads the red-flag marks on the values of an item. */
final class RedFlagReader {

  private RedFlagReader() {}

  static List<RedFlagRule> rules(QuestionnaireItemComponent item) {
    try {
      return item.getExtensionsByUrl(Extensions.RED_FLAG_WHEN).stream()
          .map(RedFlagReader::rule)
          .toList();
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "item %s has a red-flag-when that is not understood: write level URGENT or CONTACT, an"
                  .formatted(item.getLinkId())
              + " operator (>=, <=, >, <, =) and a value (quantity, decimal, integer or boolean)",
          e);
    }
  }

  private static RedFlagRule rule(Extension extension) {
    Type value = extension.getExtensionByUrl("value").getValue();
    String expected = Extensions.text(value);
    if (!(value instanceof BooleanType)) {
      var _ = new BigDecimal(expected);
    }
    return new RedFlagRule(
        AdviceLevel.valueOf(required(extension, "level")),
        operator(required(extension, "operator")),
        expected,
        value instanceof Quantity quantity ? quantity.getCode() : null);
  }

  private static Condition.Operator operator(String symbol) {
    return switch (symbol) {
      case ">=" -> Condition.Operator.GREATER_OR_EQUAL;
      case "<=" -> Condition.Operator.LESS_OR_EQUAL;
      case ">" -> Condition.Operator.GREATER;
      case "<" -> Condition.Operator.LESS;
      case "=" -> Condition.Operator.EQUAL;
      default -> throw new IllegalArgumentException("operator");
    };
  }

  private static String required(Extension extension, String part) {
    @Nullable String text = Extensions.text(extension, part);
    if (text == null) {
      throw new IllegalArgumentException(part);
    }
    return text;
  }
}
