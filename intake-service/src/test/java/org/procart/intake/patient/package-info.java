@NullMarked
package org.procart.intake.patient;

import org.jspecify.annotations.NullMarked;
