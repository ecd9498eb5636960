@NullMarked
package org.procart.intake.protocol;

import org.jspecify.annotations.NullMarked;
