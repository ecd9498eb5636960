package org.procart.schemas.file;

/** A file that a person put there cannot be used; stops the start and is told without a trace. */
public abstract class WrongFileException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final String cure;

  /**
   * @param problem names the file and the place in it
   * @param cure what to do
   */
  protected WrongFileException(String problem, String cure) {
    super(problem + " " + cure);
    this.cure = cure;
  }

  public String problem() {
    String message = String.valueOf(getMessage());
    return message.substring(0, message.length() - cure.length() - 1);
  }

  public String cure() {
    return cure;
  }
}
