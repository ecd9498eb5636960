package org.procart.intake.answer;

import java.math.BigDecimal;
import java.util.Optional;
import org.procart.intake.questionnaire.Item;
import org.procart.intake.questionnaire.RedFlagRule;
import org.procart.intake.site.AdviceLevel;
import org.procart.schemas.measurement.BodyTemperature;

/** What a value of an item means for its reporter, by the questionnaire's marks on values. */
final class RedFlags {

  private RedFlags() {}

  static AdviceLevel of(Item item, AnswerValue value) {
    return item.redFlags().stream()
        .filter(rule -> meets(rule, value))
        .map(RedFlagRule::level)
        .reduce(AdviceLevel.NONE, AdviceLevel::moreUrgent);
  }

  private static boolean meets(RedFlagRule rule, AnswerValue value) {
    if (value instanceof AnswerValue.YesNo(boolean yes)) {
      return Boolean.toString(yes).equals(rule.expected());
    }
    return measured(rule, value)
        .filter(number -> decides(rule, number.compareTo(limit(rule))))
        .isPresent();
  }

  /** Temperatures in Celsius; one that is no body temperature was not measured. */
  private static Optional<BigDecimal> measured(RedFlagRule rule, AnswerValue value) {
    Optional<BodyTemperature> temperature = Temperatures.of(value);
    if (temperature.isPresent()) {
      return temperature.filter(measured -> !measured.implausible()).map(BodyTemperature::celsius);
    }
    boolean sameUnit =
        !(value instanceof AnswerValue.Quantity quantity)
            || rule.unit() == null
            || rule.unit().equals(quantity.unit());
    return sameUnit ? value.asNumber() : Optional.empty();
  }

  private static BigDecimal limit(RedFlagRule rule) {
    BigDecimal limit = new BigDecimal(rule.expected());
    return BodyTemperature.FAHRENHEIT.equals(rule.unit())
        ? BodyTemperature.read(limit, BodyTemperature.FAHRENHEIT).orElseThrow().celsius()
        : limit;
  }

  private static boolean decides(RedFlagRule rule, int order) {
    return switch (rule.operator()) {
      case GREATER_OR_EQUAL -> order >= 0;
      case LESS_OR_EQUAL -> order <= 0;
      case GREATER -> order > 0;
      case LESS -> order < 0;
      case EQUAL -> order == 0;
      case NOT_EQUAL -> order != 0;
      case EXISTS -> true;
    };
  }
}
