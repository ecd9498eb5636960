package org.procart.chassis.problem;

import java.net.URI;
import java.util.List;
import org.slf4j.MDC;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;

/** Builds problem details; the type is a relative name that the error page of the docs explains. */
public final class Problems {

  private Problems() {}

  public static ProblemDetail of(
      HttpStatusCode status, String code, String detail, List<Violation> violations) {
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
    problem.setType(URI.create("urn:procart:problem:" + code));
    problem.setProperty("code", code);
    problem.setInstance(
        URI.create("urn:procart:trace:" + MDC.get("traceId"))); // never the path sent
    if (!violations.isEmpty()) {
      problem.setProperty("errors", violations);
    }
    return problem;
  }
}
