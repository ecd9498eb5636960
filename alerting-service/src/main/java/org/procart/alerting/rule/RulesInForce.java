package org.procart.alerting.rule;

/** The sets in force, all switched at once. Who judges asks once and stays with what it got. */
public final class RulesInForce {

  private volatile RuleSets sets;

  RulesInForce(RuleSets sets) {
    this.sets = sets;
  }

  public RuleSets now() {
    return sets;
  }

  void switchTo(RuleSets next) {
    sets = next;
  }
}
