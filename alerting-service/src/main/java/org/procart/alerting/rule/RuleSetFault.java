package org.procart.alerting.rule;

import org.procart.schemas.yaml.YamlFault;

/**
 * One reason to refuse a rule set.
 *
 * @param line in the file, a count from 1
 * @param reason what is wrong
 */
public record RuleSetFault(int line, String reason) {

  static RuleSetFault of(YamlFault fault) {
    return new RuleSetFault(fault.line(), fault.problem());
  }

  @Override
  public String toString() {
    return "line " + line + ": " + reason;
  }
}
