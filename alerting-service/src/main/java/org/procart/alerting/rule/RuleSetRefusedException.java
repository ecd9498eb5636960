package org.procart.alerting.rule;

import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;
import org.procart.schemas.file.WrongFileException;

/** A rule set is taken as a whole or not at all. */
public final class RuleSetRefusedException extends WrongFileException {

  @Serial private static final long serialVersionUID = 1L;

  private final transient List<RuleSetFault> faults;

  RuleSetRefusedException(String file, List<RuleSetFault> faults) {
    super(
        "Rule set "
            + file
            + " is refused: "
            + faults.stream().map(RuleSetFault::toString).collect(Collectors.joining("; "))
            + ".",
        "Mend every line that is named.");
    this.faults = List.copyOf(faults);
  }

  public List<RuleSetFault> faults() {
    return faults;
  }
}
