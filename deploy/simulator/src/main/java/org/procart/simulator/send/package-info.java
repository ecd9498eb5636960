/** Sending through HTTP, and what is said about it. */
@NullMarked
package org.procart.simulator.send;

import org.jspecify.annotations.NullMarked;
