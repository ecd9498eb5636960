/** Scoring definitions as files: reading them, and saying what is wrong with one. */
@NullMarked
package org.procart.scoring.definition;

import org.jspecify.annotations.NullMarked;
