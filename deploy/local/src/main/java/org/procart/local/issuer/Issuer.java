package org.procart.local.issuer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.UUID;

/** Signs tokens of this machine with a key that stays in its folder. */
final class Issuer {

  static final String AUDIENCE = "procart";
  private static final int KEY_BITS = 2048;

  private final String url;
  private final RSAKey key;
  private final Clock clock;

  private Issuer(String url, RSAKey key, Clock clock) {
    this.url = url;
    this.key = key;
    this.clock = clock;
  }

  static Issuer open(Path directory, String url, Clock clock) throws IOException {
    Files.createDirectories(directory);
    try {
      String kept = PrivateFile.readOrMake(directory.resolve("signing-key.json"), Issuer::newKey);
      return new Issuer(url, RSAKey.parse(kept), clock);
    } catch (ParseException e) {
      throw new IOException("signing-key.json is not a JSON Web Key", e);
    }
  }

  Map<String, Object> configuration() {
    return Map.of(
        "issuer",
        url,
        "jwks_uri",
        url + "/jwks",
        "token_endpoint",
        url + "/token",
        "response_types_supported",
        new String[] {"token"},
        "subject_types_supported",
        new String[] {"public"},
        "id_token_signing_alg_values_supported",
        new String[] {JWSAlgorithm.RS256.getName()});
  }

  Map<String, Object> keys() {
    return new JWKSet(key.toPublicJWK()).toJSONObject();
  }

  String sign(TokenOrder order) {
    Instant now = clock.instant();
    JWTClaimsSet.Builder claims =
        new JWTClaimsSet.Builder()
            .issuer(url)
            .audience(AUDIENCE)
            .subject(order.subject())
            .jwtID(UUID.randomUUID().toString())
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plusSeconds(order.lifetimeSeconds())))
            .claim("roles", order.roles());
    order.claims().forEach(claims::claim);
    SignedJWT token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(),
            claims.build());
    try {
      token.sign(new RSASSASigner(key));
    } catch (JOSEException e) {
      throw new IllegalStateException("the signing key cannot sign", e);
    }
    return token.serialize();
  }

  private static String newKey() {
    try {
      return new RSAKeyGenerator(KEY_BITS)
          .keyUse(KeyUse.SIGNATURE)
          .algorithm(JWSAlgorithm.RS256)
          .keyID(UUID.randomUUID().toString())
          .generate()
          .toJSONString();
    } catch (JOSEException e) {
      throw new IllegalStateException("no RSA key could be made", e);
    }
  }
}
