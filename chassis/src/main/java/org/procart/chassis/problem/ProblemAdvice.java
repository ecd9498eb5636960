package org.procart.chassis.problem;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;

/** Every failure of a request becomes a problem detail without exception text. */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {

  private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

  @ExceptionHandler(ProblemException.class)
  ResponseEntity<ProblemDetail> refused(ProblemException refusal) {
    return ResponseEntity.status(refusal.status())
        .body(
            Problems.of(refusal.status(), refusal.code(), refusal.detail(), refusal.violations()));
  }

  @ExceptionHandler(StoreUnavailableException.class)
  ResponseEntity<ProblemDetail> storeUnavailable(StoreUnavailableException fault) {
    LOG.atWarn().addKeyValue("cause", String.valueOf(fault.getCause())).log("Store unavailable");
    return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
        .header(HttpHeaders.RETRY_AFTER, "5")
        .body(
            Problems.of(
                HttpStatus.SERVICE_UNAVAILABLE,
                "store-unavailable",
                "Nothing was changed. Try again after the time in Retry-After.",
                List.of()));
  }

  @ExceptionHandler(Exception.class)
  ResponseEntity<ProblemDetail> unexpected(Exception fault) {
    if (StoreUnavailableException.causedBy(fault)) {
      return storeUnavailable(new StoreUnavailableException(fault));
    }
    // The stack trace names code, not what was sent: messages of parsers may quote a patient.
    LOG.atError()
        .addKeyValue("exception", fault.getClass().getName())
        .addKeyValue("at", origin(fault))
        .log("Request failed unexpectedly");
    return ResponseEntity.status(HttpStatus.INTERNAL_SERVER_ERROR)
        .body(
            Problems.of(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "unexpected",
                "The service failed. The fault is recorded; try again, then call the operator.",
                List.of()));
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
      MethodArgumentNotValidException invalid,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    List<Violation> violations =
        invalid.getBindingResult().getAllErrors().stream().map(ProblemAdvice::violation).toList();
    return handleExceptionInternal(
        invalid,
        Problems.of(
            HttpStatus.BAD_REQUEST, "invalid", "Correct the fields listed in errors.", violations),
        headers,
        HttpStatus.BAD_REQUEST,
        request);
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
      HttpMessageNotReadableException unreadable,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    String pointer = unreadable.getCause() instanceof JacksonException json ? pointer(json) : "";
    return handleExceptionInternal(
        unreadable,
        Problems.of(
            HttpStatus.BAD_REQUEST,
            "unreadable",
            "The body is not the JSON that this address takes.",
            List.of(
                new Violation(
                    pointer, "unreadable", "Send the type that the documentation names."))),
        headers,
        HttpStatus.BAD_REQUEST,
        request);
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleTypeMismatch(
      TypeMismatchException mismatch,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    return parameter(
        mismatch,
        mismatch.getPropertyName(),
        "Send a value of the documented form.",
        headers,
        request);
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleMissingServletRequestParameter(
      MissingServletRequestParameterException missing,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    return parameter(
        missing, missing.getParameterName(), "This parameter is needed.", headers, request);
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleHandlerMethodValidationException(
      HandlerMethodValidationException invalid,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    List<Violation> violations =
        invalid.getParameterValidationResults().stream()
            .map(
                result ->
                    new Violation(
                        String.valueOf(result.getMethodParameter().getParameterName()),
                        "out-of-range",
                        String.valueOf(
                            result.getResolvableErrors().getFirst().getDefaultMessage())))
            .toList();
    return handleExceptionInternal(
        invalid,
        Problems.of(HttpStatus.BAD_REQUEST, "invalid", "Correct what errors lists.", violations),
        headers,
        HttpStatus.BAD_REQUEST,
        request);
  }

  private @Nullable ResponseEntity<Object> parameter(
      Exception fault,
      @Nullable String name,
      String cure,
      HttpHeaders headers,
      WebRequest request) {
    return handleExceptionInternal(
        fault,
        Problems.of(
            HttpStatus.BAD_REQUEST,
            "invalid",
            "Correct what errors lists.",
            List.of(new Violation(String.valueOf(name), "parameter", cure))),
        headers,
        HttpStatus.BAD_REQUEST,
        request);
  }

  @Override
  protected ResponseEntity<Object> createResponseEntity(
      @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
    if (body instanceof ProblemDetail problem
        && (problem.getProperties() == null || !problem.getProperties().containsKey("code"))) {
      String code =
          HttpStatus.valueOf(status.value()).getReasonPhrase().toLowerCase(java.util.Locale.ROOT);
      return super.createResponseEntity(
          Problems.of(status, code.replace(' ', '-'), code, List.of()), headers, status, request);
    }
    return super.createResponseEntity(body, headers, status, request);
  }

  private static Violation violation(ObjectError error) {
    String pointer =
        error instanceof FieldError field
            ? "/" + field.getField().replace('.', '/').replace("[", "/").replace("]", "")
            : "";
    String code = error.getCode() == null ? "invalid" : error.getCode();
    return new Violation(pointer, code, String.valueOf(error.getDefaultMessage()));
  }

  private static String pointer(JacksonException json) {
    return json.getPath().stream()
        .map(
            step ->
                "/" + (step.getPropertyName() == null ? step.getIndex() : step.getPropertyName()))
        .collect(Collectors.joining());
  }

  private static String origin(Throwable fault) {
    Throwable root = NestedExceptionUtils.getMostSpecificCause(fault);
    StackTraceElement[] trace = root.getStackTrace();
    return root.getClass().getName() + (trace.length == 0 ? "" : " at " + trace[0]);
  }
}
