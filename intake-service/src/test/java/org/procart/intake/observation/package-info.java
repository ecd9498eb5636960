@NullMarked
package org.procart.intake.observation;

import org.jspecify.annotations.NullMarked;
