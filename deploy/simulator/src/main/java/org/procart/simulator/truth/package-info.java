/** The ground truth as lines of JSON. */
@NullMarked
package org.procart.simulator.truth;

import org.jspecify.annotations.NullMarked;
