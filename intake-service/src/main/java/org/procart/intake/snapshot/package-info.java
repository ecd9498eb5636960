/** Documents of which only the current state counts, each with a revision. */
@NullMarked
package org.procart.intake.snapshot;

import org.jspecify.annotations.NullMarked;
