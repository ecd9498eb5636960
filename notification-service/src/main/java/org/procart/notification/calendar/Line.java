package org.procart.notification.calendar;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One content line of a file.
 *
 * @param name upper case
 * @param parameters by their names in upper case
 */
record Line(String name, Map<String, String> parameters, String value) {

  Line {
    parameters = Map.copyOf(parameters);
  }

  @Nullable String parameter(String parameter) {
    return parameters.get(parameter);
  }

  boolean isDate() {
    return "DATE".equals(parameters.getOrDefault("VALUE", "").toUpperCase(Locale.ROOT))
        || value.matches("[0-9]{8}");
  }
}
