@NullMarked
package org.procart.scoring.instrument;

import org.jspecify.annotations.NullMarked;
