package org.procart.local.issuer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.procart.local.process.Http;
import org.procart.local.process.MissingPartException;
import tools.jackson.databind.json.JsonMapper;

/** Asks the issuer of this machine for tokens; needs to be able to read its secret file. */
public final class TokenClient {

  private final Http http = new Http();
  private final String url;
  private final Path issuerDirectory;

  public TokenClient(String url, Path issuerDirectory) {
    this.url = url;
    this.issuerDirectory = issuerDirectory;
  }

  public String mint(TokenOrder order) throws IOException {
    Http.Answer answer =
        http.send(
            "POST",
            url + "/token",
            JsonMapper.shared().writeValueAsString(order),
            Map.of("Authorization", "Bearer " + secret(), "Content-Type", "application/json"));
    if (!answer.ok()) {
      throw new IOException("the issuer answered " + answer.status() + ": " + answer.body());
    }
    return JsonMapper.shared().readTree(answer.body()).required("access_token").asString();
  }

  private String secret() throws IOException {
    Path file = IssuerServer.secretFile(issuerDirectory);
    if (!Files.exists(file)) {
      throw new MissingPartException(
          "There is no minting secret at " + file + ": start the platform with deploy/up first.");
    }
    return Files.readString(file).strip();
  }
}
