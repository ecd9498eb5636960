/** The FHIR form of answers and errors. */
@NullMarked
package org.procart.intake.fhir;

import org.jspecify.annotations.NullMarked;
