@NullMarked
package org.procart.intake.schedule;

import org.jspecify.annotations.NullMarked;
