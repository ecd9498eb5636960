package org.procart.notification.channel.sms;

import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The SMS supplier.
 *
 * @param shortNumber source of our messages, to which people reply
 */
@Validated
@ConfigurationProperties("procart.notification.smpp")
record SmppSettings(
    @DefaultValue("127.0.0.1") @NotBlank String host,
    @DefaultValue("2775") int port,
    @DefaultValue("procart") @NotBlank String systemId,
    @DefaultValue("") String password,
    @DefaultValue("60777") @NotBlank String shortNumber) {

  @Override
  public String toString() {
    return "SmppSettings[" + host + ":" + port + "]";
  }
}
