/** Turns reports into scores. */
@NullMarked
package org.procart.scoring;

import org.jspecify.annotations.NullMarked;
