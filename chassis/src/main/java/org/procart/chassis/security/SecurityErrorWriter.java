package org.procart.chassis.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;

/** Writes the body of a 401 or 403 in the form that the path's clients expect. */
public interface SecurityErrorWriter {

  boolean handles(HttpServletRequest request);

  void write(
      HttpServletRequest request, HttpServletResponse response, HttpStatus status, String code)
      throws IOException;
}
