package org.procart.local.issuer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Map;
import org.procart.local.http.BadRequestException;
import org.procart.local.http.LoopbackServer;
import org.procart.local.http.Reply;
import org.procart.local.http.Request;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The issuer's HTTP side. Anybody may read the public key; a token is given only to who can read
 * the secret file, so that no web page opened on this machine can mint one.
 */
public final class IssuerServer implements AutoCloseable {

  private static final int SECRET_BYTES = 32;

  private final Issuer issuer;
  private final String secret;
  private final LoopbackServer server;

  private IssuerServer(Issuer issuer, String secret, int port) throws IOException {
    this.issuer = issuer;
    this.secret = secret;
    this.server =
        new LoopbackServer(port)
            .route("/.well-known/openid-configuration", _ -> Reply.json(issuer.configuration()))
            .route("/jwks", _ -> Reply.json(issuer.keys()))
            .route("/token", this::mint)
            .start();
  }

  public static IssuerServer start(Path directory, int port, Clock clock) throws IOException {
    Files.createDirectories(directory);
    Issuer issuer = Issuer.open(directory, "http://127.0.0.1:" + port, clock);
    String secret = PrivateFile.readOrMake(secretFile(directory), IssuerServer::newSecret);
    return new IssuerServer(issuer, secret.strip(), port);
  }

  static Path secretFile(Path directory) {
    return directory.resolve("minting-secret");
  }

  private Reply mint(Request request) {
    if (!request.method().equals("POST")) {
      return Reply.problem(405, "A token is asked for with POST.");
    }
    if (!knowsSecret(request.authorization())) {
      return Reply.problem(401, "The secret of the file minting-secret is needed.");
    }
    TokenOrder order = order(request.body());
    return Reply.json(
        Map.of(
            "access_token",
            issuer.sign(order),
            "token_type",
            "Bearer",
            "expires_in",
            order.lifetimeSeconds()));
  }

  private boolean knowsSecret(String authorization) {
    return MessageDigest.isEqual(
        ("Bearer " + secret).getBytes(StandardCharsets.UTF_8),
        authorization.getBytes(StandardCharsets.UTF_8));
  }

  private static TokenOrder order(String body) {
    try {
      return JsonMapper.shared().readValue(body, TokenOrder.class);
    } catch (JacksonException e) {
      throw new BadRequestException("The order of a token is not readable.");
    }
  }

  private static String newSecret() {
    byte[] bytes = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  @Override
  public void close() {
    server.close();
  }
}
