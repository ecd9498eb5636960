package org.procart.chassis.problem;

import java.io.Serial;
import java.util.List;
import org.springframework.http.HttpStatus;

/** A refusal that the caller can act on. */
public class ProblemException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  private final HttpStatus status;
  private final String code;
  private final transient List<Violation> violations;

  public ProblemException(HttpStatus status, String code, String detail) {
    this(status, code, detail, List.of());
  }

  public ProblemException(
      HttpStatus status, String code, String detail, List<Violation> violations) {
    super(detail);
    this.status = status;
    this.code = code;
    this.violations = List.copyOf(violations);
  }

  public static ProblemException notFound(String what) {
    return new ProblemException(
        HttpStatus.NOT_FOUND, "not-found", "There is no such " + what + ", or you may not see it.");
  }

  public HttpStatus status() {
    return status;
  }

  public String code() {
    return code;
  }

  public String detail() {
    return String.valueOf(getMessage());
  }

  public List<Violation> violations() {
    return violations;
  }
}
