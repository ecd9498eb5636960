package org.procart.notification.policy;

import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * The desk that is always there: who is paged when a site has nobody. The service does not start
 * without it.
 *
 * @param sms phone number, with + and country
 * @param email mailbox
 */
@Validated
@ConfigurationProperties("platform.desk")
public record PlatformDesk(
    @NotBlank(message = "set platform.desk.sms: the phone that is paged when a site has nobody")
        String sms,
    @NotBlank(message = "set platform.desk.email: the mailbox that is paged when a site has nobody")
        String email) {

  public static final String ID = "desk:platform";

  public Desk desk() {
    return new Desk(sms, email);
  }

  @Override
  public String toString() {
    return "PlatformDesk[…]";
  }
}
