package org.procart.simulator.table;

/**
 * How many patients have it.
 *
 * @param any share with any grade
 * @param severe share with grade 3 or more
 */
public record Incidence(Figure any, Figure severe) {}
