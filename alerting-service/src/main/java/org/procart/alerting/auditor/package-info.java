/** Looks whether somebody is really being paged for each unacknowledged red. */
@NullMarked
package org.procart.alerting.auditor;

import org.jspecify.annotations.NullMarked;
