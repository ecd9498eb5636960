package org.procart.intake.submission;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** The bytes of a request, up to a limit, and whether they claim to be JSON. */
record ReceivedBody(byte[] bytes, boolean tooLarge, boolean mediaTypeGood) {

  private static final Set<String> JSON = Set.of("application/fhir+json", "application/json");

  static ReceivedBody read(HttpServletRequest request, long limit) throws IOException {
    if (request.getContentLengthLong() > limit) {
      return new ReceivedBody(new byte[0], true, true);
    }
    byte[] bytes = request.getInputStream().readNBytes((int) limit + 1);
    return new ReceivedBody(bytes, bytes.length > limit, mediaTypeGood(request));
  }

  private static boolean mediaTypeGood(HttpServletRequest request) {
    String encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
    return (encoding == null || encoding.equalsIgnoreCase("identity"))
        && mediaTypeGood(request.getContentType());
  }

  private static boolean mediaTypeGood(@Nullable String contentType) {
    if (contentType == null) {
      return true;
    }
    try {
      MediaType type = MediaType.parseMediaType(contentType);
      return JSON.contains(type.getType() + "/" + type.getSubtype())
          && (type.getCharset() == null
              || type.getCharset().equals(StandardCharsets.UTF_8)
              || type.getCharset().equals(StandardCharsets.US_ASCII));
    } catch (InvalidMediaTypeException e) {
      return false;
    }
  }
}
