package org.procart.alerting.alert;

import java.time.Instant;

/**
 * A person did something about an alert.
 *
 * @param code of the action
 * @param note in the person's words; never leaves this store
 * @param by pseudonym of the person
 * @param at when
 */
public record Action(String code, String note, String by, Instant at) {

  @Override
  public String toString() {
    return "Action[" + code + " by " + by + "]";
  }
}
