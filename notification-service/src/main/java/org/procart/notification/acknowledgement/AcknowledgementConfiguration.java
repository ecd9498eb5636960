package org.procart.notification.acknowledgement;

import io.micrometer.common.KeyValue;
import io.micrometer.observation.ObservationFilter;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.procart.chassis.security.OpenPaths;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.server.observation.ServerRequestObservationContext;

@Configuration(proxyBeanMethods = false)
class AcknowledgementConfiguration {

  /** The token in the link is the key. */
  @Bean
  OpenPaths acknowledgementLinks() {
    return new OpenPaths(List.of("/a/*"));
  }

  /** Who sees a trace must not be able to acknowledge with it. */
  @Bean
  ObservationFilter tracesWithoutTokens() {
    return context -> {
      if (context instanceof ServerRequestObservationContext request
          && isLink(request.getCarrier())) {
        request.addHighCardinalityKeyValue(KeyValue.of("http.url", "/a/*"));
      }
      return context;
    };
  }

  private static boolean isLink(@Nullable HttpServletRequest request) {
    return request != null && request.getRequestURI().startsWith("/a/");
  }
}
