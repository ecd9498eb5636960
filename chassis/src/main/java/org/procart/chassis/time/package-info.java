/** The clock that everything reads. */
@NullMarked
package org.procart.chassis.time;

import org.jspecify.annotations.NullMarked;
