/** How the questionnaire files are made, and that they are complete. */
@NullMarked
package org.procart.schemas.questionnaire;

import org.jspecify.annotations.NullMarked;
