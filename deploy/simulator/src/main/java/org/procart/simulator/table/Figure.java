package org.procart.simulator.table;

/**
 * One number and where it is from.
 *
 * @param row of the clinical tables; "none" for an assumption
 */
public record Figure(double value, String row, Status status) {}
