package org.procart.chassis.security;

import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Which tokens are good.
 *
 * @param issuerUri the only issuer (claim iss)
 * @param jwkSetUri where its keys are; default: issuer + /jwks
 * @param audience what aud must name
 * @param keyOutage how long known keys stay good while the issuer cannot be reached
 */
@Validated
@ConfigurationProperties("spring.security.oauth2.resourceserver.jwt")
public record TokenSettings(
    @NotBlank String issuerUri,
    @Nullable String jwkSetUri,
    @DefaultValue("procart") String audience,
    @DefaultValue("24h") Duration keyOutage) {

  String keys() {
    return jwkSetUri == null ? issuerUri + "/jwks" : jwkSetUri;
  }
}
