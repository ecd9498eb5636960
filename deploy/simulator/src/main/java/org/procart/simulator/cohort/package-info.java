/** Who the patients are and what happens to them; nothing of this is seen by the platform. */
@NullMarked
package org.procart.simulator.cohort;

import org.jspecify.annotations.NullMarked;
