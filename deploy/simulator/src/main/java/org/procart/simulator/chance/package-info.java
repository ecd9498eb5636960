/** Chance: every draw of the simulator, repeatable from its seed. */
@NullMarked
package org.procart.simulator.chance;

import org.jspecify.annotations.NullMarked;
