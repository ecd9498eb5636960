/** The published and assumed figures that the cohort is drawn from, each with its source. */
@NullMarked
package org.procart.simulator.table;

import org.jspecify.annotations.NullMarked;
