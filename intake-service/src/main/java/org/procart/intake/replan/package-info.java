/** Whoever changes what plans are made from says so here, so that plans follow. */
@NullMarked
package org.procart.intake.replan;

import org.jspecify.annotations.NullMarked;
