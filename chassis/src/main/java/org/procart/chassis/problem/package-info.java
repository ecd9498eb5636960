/** Errors as RFC 9457 problem details, without exception text or patient data. */
@NullMarked
package org.procart.chassis.problem;

import org.jspecify.annotations.NullMarked;
