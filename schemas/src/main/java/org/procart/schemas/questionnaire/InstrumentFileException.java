package org.procart.schemas.questionnaire;

/** A file of an instrument cannot be used; stops the start and names file, place and cure. */
public final class InstrumentFileException extends RuntimeException {

  private static final long serialVersionUID = 1;

  public InstrumentFileException(String file, String problem) {
    super("Instrument file %s: %s. Mend it or take it away.".formatted(file, problem));
  }
}
