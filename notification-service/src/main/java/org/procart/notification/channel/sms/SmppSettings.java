package org.procart.notification.channel.sms;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import org.jspecify.annotations.Nullable;
import org.procart.notification.channel.Loopback;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The only SMS supplier, where no list of them is given.
 *
 * @param shortNumber source of our messages, to which people reply
 * @param perSecond at most so many messages a second; null: no limit
 */
@Validated
@ConfigurationProperties("procart.notification.smpp")
record SmppSettings(
    @DefaultValue("127.0.0.1") @NotBlank String host,
    @DefaultValue("2775") int port,
    @DefaultValue("false") boolean tls,
    @DefaultValue("procart") @NotBlank String systemId,
    @DefaultValue("") String password,
    @DefaultValue("60777") @NotBlank String shortNumber,
    @Nullable @Positive Integer perSecond) {

  SmppSettings {
    if (!tls && !host.isBlank() && !Loopback.is(host)) {
      throw new IllegalArgumentException("procart.notification.smpp." + SupplierSettings.NO_TLS);
    }
  }

  @Override
  public String toString() {
    return "SmppSettings[" + host + ":" + port + "]";
  }
}
