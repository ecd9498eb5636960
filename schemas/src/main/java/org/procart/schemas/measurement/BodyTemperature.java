package org.procart.schemas.measurement;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/**
 * A body temperature from a home thermometer.
 *
 * @param celsius degrees Celsius with 34 digits, so that 100.4 [degF] is exactly 38.0 and nothing
 *     is rounded before it is compared
 * @param unitAssumed true: labelled Cel, and only sensible in [degF]; 86–110 is read so
 * @param implausible true: outside 30–43 °C; to be counted as not measured, and shown
 */
public record BodyTemperature(BigDecimal celsius, boolean unitAssumed, boolean implausible) {

  public static final String CELSIUS = "Cel";
  public static final String FAHRENHEIT = "[degF]";

  private static final BigDecimal LOWEST = BigDecimal.valueOf(30);
  private static final BigDecimal HIGHEST = BigDecimal.valueOf(43);
  private static final BigDecimal LOWEST_FAHRENHEIT = BigDecimal.valueOf(86);
  private static final BigDecimal HIGHEST_FAHRENHEIT = BigDecimal.valueOf(110);

  /**
   * @param value as entered
   * @param unit UCUM code
   * @return empty: not a unit of temperature that is taken
   */
  public static Optional<BodyTemperature> read(BigDecimal value, String unit) {
    return switch (unit) {
      case FAHRENHEIT -> Optional.of(of(celsius(value), false));
      case CELSIUS -> Optional.of(labelledCelsius(value));
      default -> Optional.empty();
    };
  }

  private static BodyTemperature labelledCelsius(BigDecimal value) {
    boolean fahrenheit = within(value, LOWEST_FAHRENHEIT, HIGHEST_FAHRENHEIT);
    return of(fahrenheit ? celsius(value) : value, fahrenheit);
  }

  private static BodyTemperature of(BigDecimal celsius, boolean unitAssumed) {
    return new BodyTemperature(celsius, unitAssumed, !within(celsius, LOWEST, HIGHEST));
  }

  private static BigDecimal celsius(BigDecimal fahrenheit) {
    return fahrenheit
        .subtract(BigDecimal.valueOf(32))
        .multiply(BigDecimal.valueOf(5))
        .divide(BigDecimal.valueOf(9), MathContext.DECIMAL128);
  }

  private static boolean within(BigDecimal value, BigDecimal low, BigDecimal high) {
    return value.compareTo(low) >= 0 && value.compareTo(high) <= 0;
  }
}
