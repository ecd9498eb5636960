package org.procart.alerting.alert;

/**
 * A move that is not allowed now.
 *
 * @param code stable
 * @param detail what to do
 */
public record Refusal(String code, String detail) implements Move {}
