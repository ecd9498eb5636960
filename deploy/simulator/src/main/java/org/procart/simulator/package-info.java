/** deploy/simulate: a synthetic cohort that reports through the real HTTP interface. */
@NullMarked
package org.procart.simulator;

import org.jspecify.annotations.NullMarked;
