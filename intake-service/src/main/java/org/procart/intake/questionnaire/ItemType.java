package org.procart.intake.questionnaire;

/** Kinds of question, by what an answer to them must be. */
public enum ItemType {
  GROUP,
  DISPLAY,
  BOOLEAN,
  DECIMAL,
  INTEGER,
  DATE,
  DATE_TIME,
  TIME,
  TEXT,
  URI,
  CHOICE,
  OPEN_CHOICE,
  ATTACHMENT,
  REFERENCE,
  QUANTITY;

  public boolean takesAnswers() {
    return this != GROUP && this != DISPLAY;
  }
}
