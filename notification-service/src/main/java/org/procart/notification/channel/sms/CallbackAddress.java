package org.procart.notification.channel.sms;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where suppliers call us; it must be the address that they see, not the one behind a proxy.
 *
 * @param publicUrl as in the links of messages
 */
@ConfigurationProperties("procart.notification")
record CallbackAddress(@DefaultValue("") String publicUrl) {

  String receipts(String supplier) {
    return base() + "suppliers/" + supplier + "/receipts";
  }

  String replies(String supplier) {
    return base() + "suppliers/" + supplier + "/replies";
  }

  private String base() {
    return publicUrl.endsWith("/") ? publicUrl : publicUrl + "/";
  }
}
