package org.procart.alerting.rule;

/** When a clause rings. */
@FunctionalInterface
interface Condition {

  boolean holds(Facts facts);
}
