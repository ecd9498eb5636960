package org.procart.schemas.questionnaire;

import org.procart.schemas.file.WrongFileException;

/** A file of an instrument cannot be used; names file and place. */
public final class InstrumentFileException extends WrongFileException {

  private static final long serialVersionUID = 1;

  public InstrumentFileException(String file, String problem) {
    super("Instrument file %s: %s.".formatted(file, problem), "Mend it or take it away.");
  }
}
