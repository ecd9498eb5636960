/** When it was observed, and which day after the infusion that is. */
@NullMarked
package org.procart.intake.observation;

import org.jspecify.annotations.NullMarked;
