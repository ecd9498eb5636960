package org.procart.local.command;

/** A command cannot do its work; the message is one sentence that names the cure. */
public final class CommandException extends Exception {

  private static final long serialVersionUID = 1L;

  /** The machine lacks something: a free port, room on the disk, a JDK. */
  public static final int MACHINE = 2;

  public static final int OTHER = 1;

  private final int exitCode;

  public CommandException(int exitCode, String message) {
    super(message);
    this.exitCode = exitCode;
  }

  public int exitCode() {
    return exitCode;
  }
}
