package org.procart.alerting.rule;

/**
 * One reason to refuse a rule set.
 *
 * @param line in the file, a count from 1
 * @param reason what is wrong
 */
public record RuleSetFault(int line, String reason) {

  @Override
  public String toString() {
    return "line " + line + ": " + reason;
  }
}
