/** The instruments that reports are read with. */
@NullMarked
package org.procart.intake.questionnaire;

import org.jspecify.annotations.NullMarked;
