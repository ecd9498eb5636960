/** The counter equation: received = processed + duplicate + rejected + dead-lettered. */
@NullMarked
package org.procart.chassis.flow;

import org.jspecify.annotations.NullMarked;
