package org.procart.local.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.procart.local.part.Port;
import org.procart.local.part.Ports;
import org.procart.local.process.Http;

class IssuerServerTest {

  @TempDir private Path directory;
  private final int port = Ports.free().of(Port.ISSUER);
  private final String url = "http://127.0.0.1:" + port;
  private IssuerServer server;

  @BeforeEach
  void start() throws IOException {
    server = IssuerServer.start(directory, port, Clock.systemUTC());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aTokenIsSignedWithThePublishedKeyAndSaysWhoItIsFor() throws Exception {
    // Given
    TokenOrder order = TokenOrder.staff(Role.CLINICIAN, "nurse-a1", List.of("site-a", "site-b"));

    // When
    SignedJWT token = SignedJWT.parse(new TokenClient(url, directory).mint(order));

    // Then
    JWKSet keys = JWKSet.load(URI.create(url + "/jwks").toURL());
    assertThat(
            token.verify(
                new RSASSAVerifier(keys.getKeyByKeyId(token.getHeader().getKeyID()).toRSAKey())))
        .isTrue();
    assertThat(keys.getKeys().getFirst().isPrivate()).isFalse();
    assertThat(token.getJWTClaimsSet().getIssuer()).isEqualTo(url);
    assertThat(token.getJWTClaimsSet().getAudience()).containsExactly("procart");
    assertThat(token.getJWTClaimsSet().getSubject()).isEqualTo("nurse-a1");
    assertThat(token.getJWTClaimsSet().getStringListClaim("roles")).containsExactly("clinician");
    assertThat(token.getJWTClaimsSet().getStringListClaim("sites"))
        .containsExactly("site-a", "site-b");
  }

  @Test
  void patientsAndCarersCarryWhomTheyMayReportFor() throws Exception {
    TokenClient client = new TokenClient(url, directory);
    SignedJWT patient = SignedJWT.parse(client.mint(TokenOrder.patient("p-1")));
    SignedJWT carer = SignedJWT.parse(client.mint(TokenOrder.carer("c-1", List.of("p-1"))));

    assertThat(patient.getJWTClaimsSet().getStringClaim("patient_id")).isEqualTo("p-1");
    assertThat(carer.getJWTClaimsSet().getStringListClaim("patients")).containsExactly("p-1");
    assertThat(carer.getJWTClaimsSet().getClaim("patient_id")).isNull();
  }

  @Test
  void withoutTheSecretThereIsNoToken() throws IOException {
    Http.Answer answer =
        new Http().send("POST", url + "/token", "{}", Map.of("Authorization", "Bearer guess"));

    assertThat(answer.status()).isEqualTo(401);
  }

  @Test
  void keyAndSecretAreKeptForTheirOwnerOnly() throws Exception {
    // Given
    String keys = new Http().get(url + "/jwks", Map.of()).body();
    server.close();

    // When
    server = IssuerServer.start(directory, port, Clock.systemUTC());

    // Then
    assertThat(new Http().get(url + "/jwks", Map.of()).body()).isEqualTo(keys);
    for (String file : List.of("signing-key.json", "minting-secret")) {
      assertThat(
              PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve(file))))
          .isEqualTo("rw-------");
    }
  }
}
