package org.procart.notification.operations;

import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Who runs the platform and hears of its own faults.
 *
 * @param sms phone number, with + and country
 * @param email mailbox
 */
@Validated
@ConfigurationProperties("platform.operations")
record OperationsContact(
    @NotBlank(message = "set platform.operations.sms: the phone that hears of platform faults")
        String sms,
    @NotBlank(message = "set platform.operations.email: the mailbox that hears of platform faults")
        String email) {

  @Override
  public String toString() {
    return "OperationsContact[…]";
  }
}
