package org.procart.local.launch;

/** The platform cannot start or stop; the message is one sentence that names the cure. */
final class StartException extends Exception {

  private static final long serialVersionUID = 1L;

  /** The machine lacks something: a free port, room on the disk, a JDK. */
  static final int MACHINE = 2;

  static final int OTHER = 1;

  private final int exitCode;

  StartException(int exitCode, String message) {
    super(message);
    this.exitCode = exitCode;
  }

  int exitCode() {
    return exitCode;
  }
}
