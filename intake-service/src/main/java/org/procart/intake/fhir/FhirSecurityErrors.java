package org.procart.intake.fhir;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.procart.chassis.security.SecurityErrorWriter;
import org.procart.intake.advice.Advisor;
import org.procart.intake.fhir.Outcomes.Issue;
import org.procart.intake.site.AdviceLevel;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** A report without a valid token cannot be stored; its sender is still told whom to call. */
@Component
class FhirSecurityErrors implements SecurityErrorWriter {

  private final Clock clock;

  FhirSecurityErrors(Clock clock) {
    this.clock = clock;
  }

  @Override
  public boolean handles(HttpServletRequest request) {
    String path = request.getRequestURI();
    return path.equals("/fhir") || path.startsWith("/fhir/");
  }

  private static @Nullable String language(HttpServletRequest request) {
    return request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null
        ? null
        : request.getLocale().toLanguageTag();
  }

  @Override
  public void write(
      HttpServletRequest request, HttpServletResponse response, HttpStatus status, String code)
      throws IOException {
    response.setContentType(FhirJson.MEDIA_TYPE);
    Issue issue = new Issue(code, "", "Sign in again, then send the report again.");
    String outcome =
        FhirJson.write(
            Outcomes.with(
                Outcomes.refused(status.value(), List.of(issue)),
                null,
                Advisor.advise(AdviceLevel.CONTACT, null, language(request), clock.instant())));
    response.getOutputStream().write(outcome.getBytes(StandardCharsets.UTF_8));
  }
}
