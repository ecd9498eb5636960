package org.procart.chassis.problem;

/**
 * One thing wrong with a request.
 *
 * @param pointer JSON pointer to the field, or the name of a request parameter
 * @param code stable code
 * @param detail what to do, never a value that was sent
 */
public record Violation(String pointer, String code, String detail) {}
