@NullMarked
package org.procart.intake.status;

import org.jspecify.annotations.NullMarked;
