/** What is due from a patient, and what came. */
@NullMarked
package org.procart.intake.schedule;

import org.jspecify.annotations.NullMarked;
