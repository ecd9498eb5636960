package org.procart.notification.escalation;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How AMBER pages to one person become one message. Never used for a RED.
 *
 * @param gather how long the first one waits for others
 * @param apart time between two messages to one contact point
 */
@Validated
@ConfigurationProperties("procart.notification.amber")
record AmberSettings(@DefaultValue("10s") Duration gather, @DefaultValue("5m") Duration apart) {

  private static final Duration LONGEST = Duration.ofMinutes(10);

  AmberSettings {
    check("gather", gather);
    check("apart", apart);
  }

  private static void check(String name, Duration value) {
    if (value.isNegative() || value.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "procart.notification.amber." + name + " must be 0 to 10 minutes");
    }
  }
}
