package org.procart.simulator.report;

import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/**
 * A patient's symptoms of the last seven days, as the patient feels them.
 *
 * @param severe whether a physical symptom is severe
 * @param levels term number → highest answer, 0 to 4
 */
public record Survey(
    int day, boolean severe, Map<String, Integer> levels, Map<String, Answer> answers)
    implements Truth {

  @Override
  public void note(ObjectNode truth) {
    truth.put("severe", severe);
    ObjectNode terms = truth.putObject("levels");
    levels.forEach(terms::put);
  }
}
