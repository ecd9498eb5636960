package org.procart.alerting.alert;

/**
 * Which rule rang.
 *
 * @param ruleId stable id
 * @param title for staff
 * @param ruleSetId its set
 * @param ruleSetVersion the version of the set that was in force
 */
public record RuleReference(String ruleId, String title, String ruleSetId, String ruleSetVersion) {}
