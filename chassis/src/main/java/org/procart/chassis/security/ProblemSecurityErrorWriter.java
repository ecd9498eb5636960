package org.procart.chassis.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.procart.chassis.problem.Problems;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** The form for every path that no other writer handles. */
class ProblemSecurityErrorWriter implements SecurityErrorWriter {

  private final JsonMapper json;

  ProblemSecurityErrorWriter(JsonMapper json) {
    this.json = json;
  }

  @Override
  public boolean handles(HttpServletRequest request) {
    return true;
  }

  @Override
  public void write(
      HttpServletRequest request, HttpServletResponse response, HttpStatus status, String code)
      throws IOException {
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    String cure =
        status == HttpStatus.UNAUTHORIZED
            ? "Send a valid bearer token of the issuer."
            : "Your token does not allow this.";
    response
        .getOutputStream()
        .write(json.writeValueAsBytes(Problems.of(status, code, cure, List.of())));
  }
}
