/** Alerting's own copy of the enrolments. */
@NullMarked
package org.procart.alerting.patient;

import org.jspecify.annotations.NullMarked;
