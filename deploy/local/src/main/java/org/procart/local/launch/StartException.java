package org.procart.local.launch;

/** The platform cannot start or stop; the message is one sentence that names the cure. */
public final class StartException extends Exception {

  private static final long serialVersionUID = 1L;

  /** The machine lacks something: a free port, room on the disk, a JDK. */
  public static final int MACHINE = 2;

  public static final int OTHER = 1;

  private final int exitCode;

  public StartException(int exitCode, String message) {
    super(message);
    this.exitCode = exitCode;
  }

  public int exitCode() {
    return exitCode;
  }
}
