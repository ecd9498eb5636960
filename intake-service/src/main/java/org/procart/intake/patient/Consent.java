package org.procart.intake.patient;

import java.util.List;

/**
 * @param care consent to be watched over
 * @param research studies that the patient consented to
 * @param objections studies that the patient objected to
 */
public record Consent(boolean care, List<String> research, List<String> objections) {

  public Consent {
    research = List.copyOf(research);
    objections = List.copyOf(objections);
  }
}
