package org.procart.intake.answer;

/**
 * One thing wrong with a report.
 *
 * @param code stable code
 * @param location FHIRPath of the element, by position; never a value
 * @param message what is wrong and what to do; never a value that somebody wrote
 */
public record Fault(String code, String location, String message) {}
