package org.procart.local.process;

/** Something that the machine must have is not there; the message names the cure. */
public final class MissingPartException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public MissingPartException(String message) {
    super(message);
  }
}
