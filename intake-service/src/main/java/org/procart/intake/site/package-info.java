/** Hospitals: their zone, numbers, staffed hours and the texts that patients read. */
@NullMarked
package org.procart.intake.site;

import org.jspecify.annotations.NullMarked;
