package org.procart.notification.acknowledgement;

import java.util.List;
import org.procart.chassis.security.OpenPaths;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AcknowledgementConfiguration {

  /** The token in the link is the key. */
  @Bean
  OpenPaths acknowledgementLinks() {
    return new OpenPaths(List.of("/a/*"));
  }
}
