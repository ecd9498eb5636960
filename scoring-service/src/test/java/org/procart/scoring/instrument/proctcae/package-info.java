@NullMarked
package org.procart.scoring.instrument.proctcae;

import org.jspecify.annotations.NullMarked;
