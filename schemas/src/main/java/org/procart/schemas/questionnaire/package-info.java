/** The instruments that the platform knows: FHIR R4 questionnaires as files. */
@NullMarked
package org.procart.schemas.questionnaire;

import org.jspecify.annotations.NullMarked;
