/** Reads what a report answers, and says everything that is wrong with it at once. */
@NullMarked
package org.procart.intake.answer;

import org.jspecify.annotations.NullMarked;
