/** Enrolments: pseudonyms, therapy, carers, consent. Never an identity. */
@NullMarked
package org.procart.intake.patient;

import org.jspecify.annotations.NullMarked;
