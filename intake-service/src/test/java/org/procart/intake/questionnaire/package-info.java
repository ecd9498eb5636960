@NullMarked
package org.procart.intake.questionnaire;

import org.jspecify.annotations.NullMarked;
