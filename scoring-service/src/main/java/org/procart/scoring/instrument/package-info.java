/** What a scorer is given and what it gives back; no framework, no clock, no I/O. */
@NullMarked
package org.procart.scoring.instrument;

import org.jspecify.annotations.NullMarked;
