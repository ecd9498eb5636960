package org.procart.chassis.security;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** Every path needs a good token unless the service says that it is open. */
@AutoConfiguration(
    before = {
      OAuth2ResourceServerAutoConfiguration.class,
      ServletWebSecurityAutoConfiguration.class
    })
@EnableConfigurationProperties(TokenSettings.class)
public class SecurityAutoConfiguration {

  /** Served on the management port only, which is for the platform's own network. */
  private static final List<String> MANAGEMENT =
      List.of("/actuator/health/**", "/actuator/prometheus", "/actuator/info");

  private static final int CONNECT_TIMEOUT_MILLIS = 2_000;
  private static final int READ_TIMEOUT_MILLIS = 2_000;
  private static final int KEYS_SIZE_LIMIT = 256 * 1024;

  @Bean
  @ConditionalOnMissingBean
  JwtDecoder jwtDecoder(TokenSettings settings) throws MalformedURLException {
    NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSource(keys(settings)).build();
    Predicate<Object> namesUs =
        aud -> aud instanceof List<?> many && many.contains(settings.audience());
    decoder.setJwtValidator(
        new DelegatingOAuth2TokenValidator<>(
            JwtValidators.createDefaultWithIssuer(settings.issuerUri()),
            new JwtClaimValidator<>(JwtClaimNames.AUD, namesUs)));
    return decoder;
  }

  /** Known keys go on working while the issuer is away; unknown ones are refused. */
  private static JWKSource<SecurityContext> keys(TokenSettings settings)
      throws MalformedURLException {
    return JWKSourceBuilder.<SecurityContext>create(
            URI.create(settings.keys()).toURL(),
            new DefaultResourceRetriever(
                CONNECT_TIMEOUT_MILLIS, READ_TIMEOUT_MILLIS, KEYS_SIZE_LIMIT))
        .outageTolerant(settings.keyOutage().toMillis())
        .build();
  }

  @Bean
  SecurityFilterChain securityFilterChain(
      HttpSecurity http,
      ObjectProvider<OpenPaths> open,
      ObjectProvider<SecurityErrorWriter> writers,
      JsonMapper json) {
    String[] openPatterns =
        Stream.concat(
                MANAGEMENT.stream(), open.stream().flatMap(paths -> paths.patterns().stream()))
            .toArray(String[]::new);
    List<SecurityErrorWriter> forms = writers.orderedStream().toList();
    SecurityErrorWriter fallback = new ProblemSecurityErrorWriter(json);
    return http.csrf(
            AbstractHttpConfigurer::disable) // no cookies: nothing a browser adds by itself
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .requestCache(AbstractHttpConfigurer::disable)
        .authorizeHttpRequests(
            rules -> rules.requestMatchers(openPatterns).permitAll().anyRequest().authenticated())
        .oauth2ResourceServer(
            server ->
                server
                    .jwt(jwt -> {})
                    .authenticationEntryPoint(
                        (request, response, fault) ->
                            refuse(request, response, forms, fallback, HttpStatus.UNAUTHORIZED))
                    .accessDeniedHandler(
                        (request, response, fault) ->
                            refuse(request, response, forms, fallback, HttpStatus.FORBIDDEN)))
        .exceptionHandling(
            faults ->
                faults.authenticationEntryPoint(
                    (request, response, fault) ->
                        refuse(request, response, forms, fallback, HttpStatus.UNAUTHORIZED)))
        .build();
  }

  private static void refuse(
      HttpServletRequest request,
      HttpServletResponse response,
      List<SecurityErrorWriter> forms,
      SecurityErrorWriter fallback,
      HttpStatus status)
      throws IOException {
    response.setStatus(status.value());
    if (status == HttpStatus.UNAUTHORIZED) {
      response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }
    String code = status == HttpStatus.UNAUTHORIZED ? "token-missing-or-invalid" : "not-allowed";
    forms.stream()
        .filter(form -> form.handles(request))
        .findFirst()
        .orElse(fallback)
        .write(request, response, status, code);
  }

  @Bean
  WebMvcConfigurer callerArguments() {
    return new WebMvcConfigurer() {
      @Override
      public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new CallerArgumentResolver());
      }
    };
  }
}
