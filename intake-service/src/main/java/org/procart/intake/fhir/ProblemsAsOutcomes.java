package org.procart.intake.fhir;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.procart.chassis.problem.Violation;
import org.procart.intake.fhir.Outcomes.Issue;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;
import tools.jackson.databind.json.JsonMapper;

/** Under /fhir every error is an OperationOutcome, whoever noticed it. */
@RestControllerAdvice
class ProblemsAsOutcomes implements ResponseBodyAdvice<Object> {

  private final JsonMapper json;

  ProblemsAsOutcomes(JsonMapper json) {
    this.json = json;
  }

  @Override
  public boolean supports(
      MethodParameter returnType, Class<? extends HttpMessageConverter<?>> converter) {
    return true;
  }

  @Override
  public @Nullable Object beforeBodyWrite(
      @Nullable Object body,
      MethodParameter returnType,
      MediaType contentType,
      Class<? extends HttpMessageConverter<?>> converter,
      ServerHttpRequest request,
      ServerHttpResponse response) {
    String path = request.getURI().getPath();
    boolean fhir = path.equals("/fhir") || path.startsWith("/fhir/");
    if (!fhir || !(body instanceof ProblemDetail problem)) {
      return body;
    }
    response.getHeaders().setContentType(MediaType.parseMediaType(FhirJson.MEDIA_TYPE));
    return json.readTree(FhirJson.write(Outcomes.refused(problem.getStatus(), issues(problem))));
  }

  private static List<Issue> issues(ProblemDetail problem) {
    Map<String, Object> properties =
        problem.getProperties() == null ? Map.of() : problem.getProperties();
    List<Issue> issues = new ArrayList<>();
    if (properties.get("errors") instanceof List<?> violations) {
      for (Object each : violations) {
        if (each instanceof Violation violation) {
          issues.add(new Issue(violation.code(), violation.pointer(), violation.detail()));
        }
      }
    }
    if (issues.isEmpty()) {
      String code = String.valueOf(properties.getOrDefault("code", "refused"));
      issues.add(new Issue(code, "", String.valueOf(problem.getDetail())));
    }
    return issues;
  }
}
