/** Who reports what and when: missing, late, twice and out of order. */
@NullMarked
package org.procart.simulator.plan;

import org.jspecify.annotations.NullMarked;
