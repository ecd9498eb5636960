package org.procart.notification.channel.sms;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

@Configuration(proxyBeanMethods = false)
class CallbackConfiguration {

  /**
   * Suppliers have proofs of their own, which are looked at with the call. A chain for them alone,
   * because Notify's token would be taken for one of ours, and refused.
   */
  @Bean
  @Order(Ordered.HIGHEST_PRECEDENCE)
  SecurityFilterChain supplierCallbacks(HttpSecurity http) {
    return http.securityMatcher("/suppliers/*/receipts", "/suppliers/*/replies")
        .csrf(AbstractHttpConfigurer::disable)
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .requestCache(AbstractHttpConfigurer::disable)
        .authorizeHttpRequests(rules -> rules.anyRequest().permitAll())
        .build();
  }
}
